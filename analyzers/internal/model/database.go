package model

import "slices"

// databases lists what sends statements to a database, with the text of the statement.
var databases = []Library{
	{Paths: []string{"database/sql"}, Rows: slices.Concat(
		statements("DB"), statements("Tx"), statements("Conn"),
	)},
	{Paths: []string{"github.com/jmoiron/sqlx"}, Rows: []Row{
		{Ask, "(*DB).Get(_, sql, _...)"}, {Ask, "(*DB).Select(_, sql, _...)"},
		{Ask, "(*DB).Queryx(sql, _...)"}, {Ask, "(*DB).NamedQuery(sql, _)"},
	}},
	{Paths: []string{"github.com/jackc/pgx/v5/pgxpool"}, Rows: []Row{
		{Ask, "(*Pool).Query(_, sql, _...)"}, {Ask, "(*Pool).QueryRow(_, sql, _...)"},
		{Ask, "(*Pool).Exec(_, sql, _...)"},
	}},
	{Paths: []string{
		"gorm.io/gorm",
	}, Rows: []Row{{Ask, "(*DB).Raw(sql, _...)"}, {Ask, "(*DB).Exec(sql, _...)"},
		{Ask, "(*DB).Where(sql, _...)"}}},
}

// statements are the methods of a type of database/sql that take a statement.
func statements(typ string) []Row {
	rows := []Row{
		{Ask, "(*" + typ + ").QueryContext(_, sql, _...)"},
		{Ask, "(*" + typ + ").QueryRowContext(_, sql, _...)"},
		{Ask, "(*" + typ + ").ExecContext(_, sql, _...)"},
		{Ask, "(*" + typ + ").PrepareContext(_, sql)"},
	}
	if typ != "Conn" {
		rows = append(rows,
			Row{Ask, "(*" + typ + ").Query(sql, _...)"}, Row{Ask, "(*" + typ + ").QueryRow(sql, _...)"},
			Row{Ask, "(*" + typ + ").Exec(sql, _...)"}, Row{Ask, "(*" + typ + ").Prepare(sql)"})
	}
	return rows
}
