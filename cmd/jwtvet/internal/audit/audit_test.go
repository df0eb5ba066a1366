package audit

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"
)

// sample returns the audit in testdata, which has an entry of each kind and an item of each state.
func sample(t *testing.T) *Audit {
	t.Helper()
	data, err := os.ReadFile("testdata/sample.json")
	if err != nil {
		t.Fatal(err)
	}
	a := &Audit{}
	if err := json.Unmarshal(data, a); err != nil {
		t.Fatal(err)
	}
	return a
}

// The types keep all that the form for programs says.
func TestSampleIsKept(t *testing.T) {
	data, err := os.ReadFile("testdata/sample.json")
	if err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	var want, got any
	if json.Unmarshal(data, &want) != nil || json.Unmarshal(written, &got) != nil {
		t.Fatal("no JSON")
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %s", written)
	}
}
