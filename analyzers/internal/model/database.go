package model

import "slices"

// databases lists what sends statements to a database, with the text of the statement.
var databases = []Library{
	{Store: "database", Paths: []string{"database/sql"}, Rows: slices.Concat(
		statements("DB"), statements("Tx"), statements("Conn"),
	)},
	{Store: "database", Paths: []string{"github.com/jmoiron/sqlx"}, Rows: []Row{
		{SQL, "(*DB).Get(_, statement, _...)"}, {SQL, "(*DB).Select(_, statement, _...)"},
		{SQL, "(*DB).Queryx(statement, _...)"}, {SQL, "(*DB).NamedQuery(statement, _)"},
	}},
	{Store: "database", Paths: []string{"github.com/jackc/pgx/v5/pgxpool"}, Rows: []Row{
		{SQL, "(*Pool).Query(_, statement, _...)"}, {SQL, "(*Pool).QueryRow(_, statement, _...)"},
		{SQL, "(*Pool).Exec(_, statement, _...)"},
	}},
	{Store: "database", Paths: []string{"github.com/jackc/pgx/v5"}, Rows: []Row{
		{SQL, "(*Conn).Query(_, statement, _...)"}, {SQL, "(*Conn).QueryRow(_, statement, _...)"},
		{SQL, "(*Conn).Exec(_, statement, _...)"},
		{SQL, "(Tx).Query(_, statement, _...)"}, {SQL, "(Tx).QueryRow(_, statement, _...)"},
		{SQL, "(Tx).Exec(_, statement, _...)"},
	}},
	{Store: "database", Paths: []string{
		"gorm.io/gorm",
	}, Rows: []Row{{SQL, "(*DB).Raw(statement, _...)"}, {SQL, "(*DB).Exec(statement, _...)"},
		{SQL, "(*DB).Where(statement, _...)"},
		{Recall, "(*DB).First(found, name...) missing"},
		{Recall, "(*DB).Take(found, name...) missing"},
		{Recall, "(*DB).Last(found, name...) missing"},
		{Recall, "(*DB).Find(found, name...) found"}, {Recall, "(*DB).Count(found) found"}}},
}

// statements are the methods of a type of database/sql that take a statement.
func statements(typ string) []Row {
	rows := []Row{
		{SQL, "(*" + typ + ").QueryContext(_, statement, _...)"},
		{SQL, "(*" + typ + ").QueryRowContext(_, statement, _...)"},
		{SQL, "(*" + typ + ").ExecContext(_, statement, _...)"},
		{SQL, "(*" + typ + ").PrepareContext(_, statement)"},
	}
	if typ != "Conn" {
		rows = append(rows,
			Row{SQL, "(*" + typ + ").Query(statement, _...)"},
			Row{SQL, "(*" + typ + ").QueryRow(statement, _...)"},
			Row{SQL, "(*" + typ + ").Exec(statement, _...)"},
			Row{SQL, "(*" + typ + ").Prepare(statement)"})
	}
	return rows
}
