package model

// requests lists how a server reads what a request brings, and what it answers.
var requests = []Library{
	{Paths: []string{"encoding/json"}, Rows: []Row{
		{Build, "NewEncoder(writer) object"},
		{Log, "(object *Encoder).Encode(written)"},
		{Pass, "Marshal(from) encoded, _"}, {Pass, "MarshalIndent(from, _, _) encoded, _"},
	}},
	{Paths: []string{"html/template", "text/template"}, Rows: []Row{
		{Log, "(*Template).Execute(writer, written)"}, {Log, "(*Template).ExecuteTemplate(writer, _, written)"},
	}},
	{Paths: []string{"github.com/beego/beego/v2/server/web/context"}, Rows: []Row{
		{Answer, "(*BeegoOutput).JSON(answered, _, _)"},
		{Answer, "(*BeegoOutput).Body(answered)"},
		{Answer, "(*Context).WriteString(answered)"},
		{Answer, "(*Context).JSONResp(answered)"},
		{Redirect, "(*Context).Redirect(_, address)"},
		{Read, "(*BeegoInput).Header(name) request"},
		{Read, "(*BeegoInput).Query(name) query"},
		{Read, "(*Context).GetCookie(name) request"},
	}},
}
