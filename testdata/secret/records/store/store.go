// Package store keeps the settings of a program as rows of a table.
package store

import "gorm.io/gorm"

// Setting is one row.
type Setting struct {
	Key   string
	Value string
}

// Get returns the row of a key.
func Get(db *gorm.DB, key string) (Setting, error) {
	var s Setting
	err := db.Where("key = ?", key).First(&s).Error
	return s, err
}

// Fill makes the first rows.
func Fill(db *gorm.DB) {
	db.Create(&Setting{Key: "theme", Value: "light"})
	db.Create(&Setting{Key: "timeout", Value: "86400"})
}
