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
}
