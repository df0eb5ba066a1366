localStorage.setItem("token", prompt("token"));
