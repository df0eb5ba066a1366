package model

// This file holds the functions that write rows which several libraries have in common:
//
//	plain(Log, "(*Logger).", "logged, _...", "Debug", "Info") // one row for each level
//	algRows("SigningMethod", "")                              // SigningMethodHS256 and its like

// algRows are what stands for the algorithms of RFC 7518 section 3.1 that use a key, where a
// library names it as the RFC does: prefix and suffix are what its names have besides, such as
// SigningMethod or the parentheses of a function.
func algRows(prefix, suffix string) []Row {
	var rows []Row
	for _, family := range []string{"HS", "RS", "PS", "ES"} {
		for _, bits := range []string{"256", "384", "512"} {
			alg := family + bits
			rows = append(rows, Row{Alg, prefix + alg + suffix + " " + alg})
		}
	}
	return rows
}

// printing are the three ways in which loggers print at a level: as it is, by a format, as a line.
func printing(verb Verb, recv string, levels ...string) []Row {
	var rows []Row
	for _, l := range levels {
		rows = append(rows,
			Row{verb, recv + l + "(logged...)"},
			Row{verb, recv + l + "f(format, logged...)"},
			Row{verb, recv + l + "ln(logged...)"})
	}
	return rows
}

// plain are functions or methods that take the same arguments.
func plain(verb Verb, recv, args string, names ...string) []Row {
	var rows []Row
	for _, n := range names {
		rows = append(rows, Row{verb, recv + n + "(" + args + ")"})
	}
	return rows
}

// fields are the ways in which loggers of the logrus kind add fields.
func fields(recvs ...string) []Row {
	var rows []Row
	for _, r := range recvs {
		rows = append(rows,
			Row{Log, r + "WithField(_, encoded)"},
			Row{Log, r + "WithFields(encoded)"},
			Row{Log, r + "WithError(logged)"})
	}
	return rows
}

// cookieFields are the fields of a type Cookie. Libraries differ in what they do with SameSite and
// in how they spell HttpOnly.
func cookieFields(sameSite Role, httpOnly string) []Row {
	return []Row{
		{Cookie, "Cookie.Name name"},
		{Cookie, "Cookie.Value value"},
		{Cookie, "Cookie.Path path"},
		{Cookie, "Cookie.MaxAge maxage"},
		{Cookie, "Cookie.Expires expires"},
		{Cookie, "Cookie.Secure secure"},
		{Cookie, "Cookie." + httpOnly + " httponly"},
		{Cookie, "Cookie.SameSite " + string(sameSite)},
	}
}

// event are the fields of an event that stands for a request: its header and its query, and others.
func event(name string, fields ...string) []Row {
	rows := []Row{
		{Hold, name + ".Headers headers"},
		{Hold, name + ".QueryStringParameters query"},
	}
	for _, f := range fields {
		rows = append(rows, Row{Hold, name + "." + f})
	}
	return rows
}
