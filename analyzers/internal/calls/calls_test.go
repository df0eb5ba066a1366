package calls

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Facts go from process to process as gob. What a package says must arrive as it was, in few
// bytes.
func TestFactRoundTrip(t *testing.T) {
	facts := []any{
		&Fact{origin.Summary{Uses: []origin.Use{
			{Verb: model.Sign, Role: model.Key, Alg: "HS256", RejectsEmpty: true},
		}}},
		&Fact{origin.Summary{From: []origin.Atoms{
			{
				{Kind: origin.Env, Size: -1, Checked: true},
				{Kind: origin.Const, Size: 14, Reported: true},
			},
			nil,
			{
				{Kind: origin.Param, Arg: 1, Hashed: true},
				{Kind: origin.Const, Number: 3600, IsNum: true},
			},
		}}},
	}
	for _, f := range facts {
		var buf bytes.Buffer
		enc := gob.NewEncoder(&buf)
		if err := enc.Encode(f); err != nil {
			t.Fatal(err)
		}
		first := buf.Len() // with the description of the type, which a file of facts holds once
		if err := enc.Encode(f); err != nil {
			t.Fatal(err)
		}
		if n := buf.Len() - first; n > 64 {
			t.Errorf("%T takes %d bytes: %+v", f, n, f)
		}
		got := reflect.New(reflect.TypeOf(f).Elem())
		if err := gob.NewDecoder(&buf).Decode(got.Interface()); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Interface(), f) {
			t.Errorf("sent %+v, got %+v", f, got.Interface())
		}
	}
}
