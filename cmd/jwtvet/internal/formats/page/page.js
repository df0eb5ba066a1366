"use strict";
const form = document.getElementById("filters");
const reports = [...document.querySelectorAll("#reports article")];
const texts = new Map(reports.map(r => [r, r.textContent.toLowerCase()]));
const value = id => document.getElementById(id).value;
const filter = () => {
	const words = value("text").toLowerCase().split(/\s+/).filter(w => w);
	const ranks = [...form.querySelectorAll("[name=severity]:checked")].map(box => box.value);
	const category = value("category"), folder = value("package");
	let shown = 0;
	for (const r of reports) {
		const fits = ranks.includes(r.dataset.severity) &&
			(!category || r.dataset.category === category) &&
			(!folder || r.dataset.package === folder) &&
			words.every(w => texts.get(r).includes(w));
		r.hidden = !fits;
		shown += fits ? 1 : 0;
	}
	document.getElementById("shown").value = shown + " of " + reports.length;
};
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
form.hidden = false;
filter();
