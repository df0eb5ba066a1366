sessionStorage?.setItem("jwt", self.jwt); // want web-storage "sessionStorage"
sessionStorage?.setItem("page", self.page);
