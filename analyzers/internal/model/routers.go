package model

// routers lists small routers for net/http, those of gorilla and go-chi stand in files of their
// own.
var routers = []Library{
	{Family: "github.com/julienschmidt/httprouter", Server: true, Quiet: true},
	{
		Paths: []string{"github.com/julienschmidt/httprouter"},
		Rows: []Row{
			{Ship, "(*Router).ServeFiles(_, path)"},
		},
	},
	{Family: "github.com/emicklei/go-restful", Server: true},
}
