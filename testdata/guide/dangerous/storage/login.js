"use strict";
const form = document.querySelector("form");
form.addEventListener("submit", async event => {
	event.preventDefault();
	const response = await fetch("/api/login", { method: "POST", body: new FormData(form) });
	const { token } = await response.json();
	if (form.remember.checked) {
		localStorage.setItem("jwt_token", token); // want web-storage
	} else {
		sessionStorage.setItem("jwt_token", token); // want web-storage
	}
	location.assign("/notes");
});
