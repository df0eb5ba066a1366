const TOKEN_KEY = "app.token", THEME_KEY = "app.theme";

export const keep = (remember, data) => {
  const storage = remember ? localStorage : sessionStorage;
  storage.setItem(TOKEN_KEY, data.token); // want web-storage "in web storage"
  storage.setItem(THEME_KEY, data.theme);
  localStorage.setItem("isTokenValid", "true");
  localStorage.setItem("tokenType", data.token_type);
  localStorage.setItem("loggedIn", data.token ? "yes" : "no");
};

export const logout = () => {
  localStorage.setItem(TOKEN_KEY, "");
  localStorage.removeItem(TOKEN_KEY);
  document.cookie = "token=; max-age=0";
};

/* jwtvet:ignore web-storage */ /* want stale-ignore "malformed" */
/* localStorage.setItem("token", token) */
const help = 'localStorage.setItem("token", token)';
const pattern = /localStorage.setItem("token", token)/;
