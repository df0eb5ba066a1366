localStorage.token = (await login()).token; // want web-storage "in localStorage"
localStorage.theme = (await settings()).theme;
