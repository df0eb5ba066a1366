axios.post("/login").then(({ data }) => {
  window.localStorage.setItem("accessToken", data.access_token) // want web-storage "accessToken"
  window.localStorage.setItem("name", data.name)
})
