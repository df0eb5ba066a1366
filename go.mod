module github.com/jwtvet/jwtvet

go 1.25.0

require golang.org/x/tools v0.46.0
