localStorage.setItem("user", JSON.stringify({ ...user, token: res.token })); // want web-storage "a token under"
localStorage.setItem("profile", JSON.stringify({ ...user, tokens: 3 }));
