package model

// listeners lists what answers requests until the program ends.
var listeners = []Library{
	{Paths: []string{"github.com/beego/beego/v2/server/web"}, Rows: []Row{{Listen, "Run(_...)"}}},
	{Paths: []string{"github.com/zeromicro/go-zero/rest"}, Rows: []Row{{Listen, "(*Server).Start()"}}},
}
