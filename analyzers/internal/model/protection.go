package model

// protection lists libraries that are there for one measure of a server, besides the middlewares of
// the frameworks, which stand beside these.
var protection = func() []Library {
	var out []Library
	for _, of := range []struct {
		measure  Role
		families []string
	}{
		{Rate, []string{
			"golang.org/x/time/rate", "github.com/ulule/limiter", "github.com/didip/tollbooth",
			"github.com/go-redis/redis_rate", "github.com/sethvargo/go-limiter",
			"github.com/throttled/throttled", "github.com/juju/ratelimit", "go.uber.org/ratelimit",
			"github.com/uber-go/ratelimit", "github.com/JGLTechnologies/gin-rate-limit",
			"github.com/mennanov/limiters", "github.com/vulcand/oxy/ratelimit",
			"github.com/alibaba/sentinel-golang", "github.com/zeromicro/go-zero/core/limit",
			"github.com/go-kratos/aegis/ratelimit", "github.com/go-kit/kit/ratelimit",
			"github.com/grpc-ecosystem/go-grpc-middleware/ratelimit",
			"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/ratelimit",
			"github.com/beefsack/go-rate", "github.com/axiaoxin-com/ratelimiter",
			"github.com/failsafe-go/failsafe-go/ratelimiter",
		}},
		{Forgery, []string{
			"github.com/justinas/nosurf", "filippo.io/csrf", "github.com/utrack/gin-csrf",
			"github.com/tommy351/gin-csrf",
		}},
		{Hardened, []string{
			"github.com/goddtriffin/helmet", "github.com/danielkov/gin-helmet",
		}},
		{AccessLog, []string{
			"github.com/samber/slog-gin", "github.com/samber/slog-echo",
			"github.com/samber/slog-chi", "github.com/samber/slog-fiber",
			"github.com/samber/slog-http", "github.com/toorop/gin-logrus",
			"github.com/urfave/negroni", "github.com/felixge/httpsnoop",
			"github.com/766b/chi-logger", "github.com/chi-middleware/logrus-logger",
			"github.com/grpc-ecosystem/go-grpc-middleware/logging",
			"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/logging",
			"go.opentelemetry.io/contrib/instrumentation",
		}},
		{Counted, []string{
			"github.com/prometheus/client_golang/prometheus", "go.opentelemetry.io/otel/metric",
			"github.com/armon/go-metrics", "github.com/hashicorp/go-metrics",
			"github.com/rcrowley/go-metrics", "github.com/VictoriaMetrics/metrics",
			"github.com/DataDog/datadog-go", "github.com/uber-go/tally", "expvar",
		}},
	} {
		for _, path := range of.families {
			out = append(out, Library{Family: path, Protects: of.measure})
		}
	}
	return out
}()
