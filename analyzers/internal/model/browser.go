package model

// inBrowser is syscall/js, by which a program that runs in a browser gets at the page.
var inBrowser = []Library{
	{
		Paths: []string{"syscall/js"},
		Rows: []Row{
			{Script, "(from Value).Get(name)"}, {Script, "(from Value).Set(name, value)"},
			{Script, "(from Value).Call(name, value...)"}, {Script, "Null()"},
			{Script, "Undefined()"},
		},
	},
}

// drivers lists what runs scripts in a browser of its own.
var drivers = []Library{
	{Family: "github.com/chromedp", Browser: true},
	{Family: "github.com/go-rod/rod", Browser: true},
	{Family: "github.com/playwright-community/playwright-go", Browser: true},
	{Family: "github.com/mxschmitt/playwright-go", Browser: true},
	{Family: "github.com/tebeka/selenium", Browser: true},
}
