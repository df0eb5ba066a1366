package model

// This file lists APIs that take an access token in the query of a URL and nowhere else, as their
// documentation says. A program that calls them cannot do otherwise:
//
//	"https://api.weixin.qq.com/sns/userinfo?access_token=" + token

import (
	"slices"
	"strings"
)

// queryOnly holds the hosts of these APIs, with all below them, or one path of a host.
var queryOnly = []string{
	"weixin.qq.com",     // WeChat and WeCom: developers.weixin.qq.com/doc, developer.work.weixin.qq.com/document
	"graph.qq.com",      // QQ Connect: wiki.connect.qq.com
	"oapi.dingtalk.com", // DingTalk before its API of version 1: open.dingtalk.com/document
	"im.baidu.com",      // Infoflow
	"openapi.baidu.com", // Baidu OAuth
	"aip.baidubce.com",  // Baidu AI: ai.baidu.com/ai-doc
	"open.kuaishou.com", // Kuaishou
	"api.vk.com",        // VK before its API of version 5.199: dev.vk.com
	// what a token is asked about, developers.google.com/identity
	"oauth2.googleapis.com/tokeninfo", "www.googleapis.com/oauth2/v1/tokeninfo",
	"www.googleapis.com/oauth2/v2/tokeninfo", "www.googleapis.com/oauth2/v3/tokeninfo",
}

// TakesQueryOnly reports whether a URL, or the beginning of one, is that of an API which takes access
// tokens in the query and nowhere else.
func TakesQueryOnly(url string) bool {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return false
	}
	path, _, _ := strings.Cut(rest, "?")
	host, _, whole := strings.Cut(rest, "/")
	return whole && slices.ContainsFunc(queryOnly, func(name string) bool {
		return host == name || path == name || strings.HasSuffix(host, "."+name)
	})
}
