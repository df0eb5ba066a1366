package names

import "testing"

func TestKey(t *testing.T) {
	for name, want := range map[string]bool{
		"JWT_SECRET": true, "jwtSecret": true, "token_symmetric_key": false,
		"auth.signingKey": true, "ACCESS_TOKEN_SECRET": true, "jwt.hmac-key": true,
		"JWT_SECRET_FILE": false, "JWT_PUBLIC_KEY": false, "JWT_KEY_ID": false,
		"JWT_SECRET_TTL": false, "API_KEY": false, "SECRET": false,
		"GITHUB_OAUTH_TOKEN_SECRET": false, "jwt_header_key": false, "sort_key": false,
		"STRIPE_WEBHOOK_SIGNING_SECRET": false, "tokenizer.key": false,
		"RESET_TOKEN_SECRET": false, "csrf.signing_key": false, "JWT_RESET_SECRET": true,
		"ACCESS_TOKEN_SYMMETRIC_KEY": false, "jwt.symmetric_key": true,
		"expiry.signingKeys": false, "signing_key_rotation.after": false,
	} {
		if got := Key(name); got != want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}

func TestSnake(t *testing.T) {
	for name, want := range map[string]string{
		"": "", "jwt.signingKey": "jwt_signing_key", "JWTSecret": "jwtsecret",
		"auth-2FA key": "auth_2_fa_key",
		"a/bC.D":       "a_b_c_d", "schlüsselÄnderung": "schlüsseländerung", "üK": "ük",
	} {
		if got := Snake(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestPath(t *testing.T) {
	for text, want := range map[string]bool{
		"/etc/app/jwt.key": true, "configs/jwt.yaml": true, "./jwt": true, "~/.jwt/key": true,
		`keys\jwt.pem`: true, "jwt_secret.txt": true, "/run/secrets/jwt": true,
		"JWT_SECRET": false, "auth.jwt.key": false, "auth/jwt_secret": false,
		"YWJj/ZGVm+Zw==": false, "/3q8Zp+A=": false, "": false,
		"/7x+Zq3KsPnV0mTt/b1LwEo9Ru2HdGf5CjAiXkN8vQs=": false, "/Users/someone/work/jwtKeys": true,
	} {
		if got := Path(text); got != want {
			t.Errorf("%s: got %t", text, got)
		}
	}
}

func TestBearer(t *testing.T) {
	for name, want := range map[string]bool{
		"access_token": true, "data.idToken": true, "refreshToken": true, "access_jwt": true,
		"token": false, "access_token_secret": false, "token_type": false, "csrf_token": false,
		"invalid_token": false, "grid_token": false, "expAccessToken": false, "access_expires_id_token": false,
		"has_refresh_token": false, "my_access_token": true,
	} {
		if got := Bearer(name); got != want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}

// Names that people add are keys, or nothing, in any spelling.
func TestToken(t *testing.T) {
	for name, want := range map[string]bool{
		"token": true, "jwt": true, "bearerToken": true, "Authorization": true, "tokenString": true,
		"token2": true, "jwt_v2": true, "tokenV3": true, "access_token_1": true, "tokens2": true,
		"token_type": false, "v2": false, "2": false, "broken": false, "tokenizer2": false,
		"csrf_token2": false, "token_count": false,
	} {
		if Token(name) != want {
			t.Errorf("Token(%q) is %v", name, !want)
		}
	}
}

func TestOwn(t *testing.T) {
	defer func() { Secret, NotSecret = List{}, List{} }()
	if err := Secret.Set("APP_PASSPHRASE, *Pepper"); err != nil {
		t.Fatal(err)
	}
	if err := NotSecret.Set("jwt_secret,page.access_token,sso*"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{
		"APP_PASSPHRASE": true, "appPassphrase": true, "auth.app-passphrase": true,
		"login_pepper": true, "pepper": true, "app_passphrase_file": false, "JWT_SECRET": false,
		"auth.jwtSecret": false, "TOKEN_SECRET": true, "sso_token_key": false,
	} {
		if got := Key(name); got != want {
			t.Errorf("%s: got %t", name, got)
		}
	}
	if Bearer("page.access_token") || Token("sso_token") || Credential("SSO-Token") ||
		!Bearer("access_token") || !MayHoldSecret("LoginPepper") {
		t.Error("what is no secret counts, or what is does not")
	}
	for _, text := range []string{"a b", "a=b", "[a", "*", `a\b`} {
		if err := new(List).Set(text); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
	if Secret.String() != "APP_PASSPHRASE,*Pepper" || Secret.Empty() || !new(List).Empty() {
		t.Errorf("got %q", Secret.String())
	}
}

func TestClaims(t *testing.T) {
	for name, want := range map[string][3]bool{
		"typ": {true, false, false}, "token_type": {true, true, false}, "purpose": {true, false, false},
		"uid": {false, true, false}, "role": {false, true, false}, "exp": {false, false, true},
		"mid": {false, false, false},
	} {
		if got := [3]bool{KindClaim(name), PersonClaim(name), Registered(name)}; got != want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

// A person is told from what only sounds alike.
func TestPerson(t *testing.T) {
	for name, want := range map[string]bool{
		"username": true, "UserID": true, "currentUser": true, "email": true, "user_name": true, "accountName": true,
		"userService": false, "users": false, "issuer": false, "clientID": false, "name": false, "": false,
	} {
		if got := Person(name); got != want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

// What is sent in a mail is told from what only sounds alike.
func TestMail(t *testing.T) {
	for name, want := range map[string][2]bool{
		"resetToken": {true, false}, "newEmailVerificationToken": {true, true},
		"ForgotPassword": {false, true}, "SendVerificationEmail": {false, true},
		"RequestPasswordReset": {false, true}, "lockToken": {false, false},
		"VerifyToken": {false, false}, "ResetCounter": {false, false}, "confirm": {false, false},
	} {
		if got := [2]bool{MailLink(name), Mails(name)}; got != want {
			t.Errorf("%s: got %v", name, got)
		}
	}
	for name, want := range map[string]bool{
		"refreshToken": true, "session_token": true, "authToken": true, "token": false,
		"pageToken": false, "sessionTokenID": false, "access_token_ttl": false,
	} {
		if OpensSession(name) != want {
			t.Errorf("OpensSession(%q) is %v", name, !want)
		}
	}
}
