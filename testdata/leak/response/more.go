package response

import (
	"context"
	"net/http"

	bee "github.com/beego/beego/v2/server/web/context"
	"github.com/cloudwego/hertz/pkg/app"
	"github.com/gin-gonic/gin"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/kataras/iris/v12"
)

func more(ctx context.Context, w http.ResponseWriter, r *http.Request, h *app.RequestContext, i iris.Context, b *bee.Context, f fiber3.Ctx, g *gin.Context) {
	h.JSON(200, map[string]string{"key": secret})           // want secret-response
	i.JSON(iris.Map{"key": secret})                         // want secret-response
	b.Output.JSON(map[string]any{"k": secret}, true, true)  // want secret-response
	f.JSON(map[string]any{"k": secret})                     // want secret-response
	g.HTML(200, "page", gin.H{"key": secret})               // want secret-response
	g.HTML(200, "page", gin.H{"config": Config{}})          // the template says which fields it shows
	g.JSON(200, gin.H{"config": Config{JWTSecret: secret}}) // want secret-response
	http.Redirect(w, r, "/setup?key="+secret, 302)          // want secret-response
	g.Redirect(302, "/setup?key="+secret)                   // want secret-response
	h.JSON(200, map[string]any{"set": secret != "", "length": len(secret)})
	g.Redirect(302, "/setup?key=set")
}
