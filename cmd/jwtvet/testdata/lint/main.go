// Command lint checks files of CI systems with the programs that those who write them use:
//
//	lint workflow FILE...    workflows of GitHub Actions, with actionlint
//	lint release FILE        the configuration of goreleaser
package main

import (
	"fmt"
	"os"

	"github.com/goreleaser/goreleaser/v2/pkg/config"
	"github.com/rhysd/actionlint"
)

func main() {
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func run(what string, files []string) error {
	if what == "release" {
		project, err := config.Load(files[0]) // refuses unknown keys
		if err == nil && (project.Version != 2 || len(project.Builds) == 0) {
			err = fmt.Errorf("%s: version %d, %d builds", files[0], project.Version, len(project.Builds))
		}
		return err
	}
	linter, err := actionlint.NewLinter(os.Stdout, &actionlint.LinterOptions{})
	if err != nil {
		return err
	}
	found, err := linter.LintFiles(files, nil)
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("%d errors", len(found))
	}
	return err
}
