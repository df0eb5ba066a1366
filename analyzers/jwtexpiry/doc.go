// Package jwtexpiry reports tokens that live too long, or whose end no verifier sees.
package jwtexpiry

const doc = `report tokens that live too long, or whose end no verifier sees`
