package model

// This file lists APIs that take an access token in the query of a URL and nowhere else, as their
// documentation says. A program that calls them cannot do otherwise:
//
//	"https://api.weixin.qq.com/sns/userinfo?access_token=" + token

import (
	"slices"
	"strings"
)

// queryOnly holds the hosts of these APIs, with all below them.
var queryOnly = []string{
	"weixin.qq.com",     // WeChat and WeCom: developers.weixin.qq.com/doc, developer.work.weixin.qq.com/document
	"graph.qq.com",      // QQ Connect: wiki.connect.qq.com
	"oapi.dingtalk.com", // DingTalk before its API of version 1: open.dingtalk.com/document
	"im.baidu.com",      // Infoflow
	"openapi.baidu.com", // Baidu OAuth
	"aip.baidubce.com",  // Baidu AI: ai.baidu.com/ai-doc
	"open.kuaishou.com", // Kuaishou
}

// TakesQueryOnly reports whether a URL, or the beginning of one, is that of an API which takes access
// tokens in the query and nowhere else.
func TakesQueryOnly(url string) bool {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return false
	}
	host, _, whole := strings.Cut(rest, "/")
	return whole && slices.ContainsFunc(queryOnly, func(name string) bool {
		return host == name || strings.HasSuffix(host, "."+name)
	})
}
