package model

// testers lists what code uses that runs tests or stands in for others in them. Assertions are left
// out: programs call those, too.
var testers = []Library{
	{Family: "github.com/stretchr/testify/suite", Tests: true},
	{Family: "github.com/stretchr/testify/mock", Tests: true},
	{Family: "github.com/golang/mock/gomock", Tests: true},
	{Family: "go.uber.org/mock/gomock", Tests: true},
	{Family: "github.com/onsi/ginkgo", Tests: true},
	{Family: "github.com/cucumber/godog", Tests: true},
	{Family: "gopkg.in/check.v1", Tests: true},
	{Family: "github.com/testcontainers/testcontainers-go", Tests: true},
	{Family: "github.com/ory/dockertest", Tests: true},
}
