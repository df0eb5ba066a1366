// Package jwtexpiry reports tokens that live too long, or whose end no verifier sees.
package jwtexpiry
