package gate

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

var garbage []byte

func TestFrugal(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	processors := max(2, runtime.GOMAXPROCS(0))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
	Frugal()
	if got := percent(); got != off {
		t.Fatalf("collections are not put off: GOGC is %d", got)
	}
	if got := runtime.GOMAXPROCS(0); got != 1 {
		t.Errorf("%d processors are in use", got)
	}
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); {
		garbage = make([]byte, 1<<20)
		if percent() == growth && runtime.GOMAXPROCS(0) == processors {
			return
		}
	}
	t.Error("collections stay off in a process that fills memory")
}

func TestFrugalLeavesWhatIsSet(t *testing.T) {
	t.Setenv("GOGC", "50")
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	Frugal()
	if got := percent(); got != 50 {
		t.Errorf("GOGC is %d, want the 50 of the environment", got)
	}
}

const off = math.MaxUint64

// percent returns GOGC as it is.
func percent() uint64 {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
