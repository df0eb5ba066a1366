Cookies.set("jwt", session.jwt, { expires: 7 }); // want web-storage "in document.cookie"
Cookies.set("menu", session.menu);
