/** A PDF with so many pages of a line of text each, a link out, and a program that would run when it is opened. */
export function paperOf(pages: number, link: string): Buffer {
  const first = 5;
  const kids = Array.from({ length: pages }, (_, page) => `${first + 2 * page} 0 R`).join(" ");
  const action = `<< /S /JavaScript /JS (app.launchURL('${link}'); parent.document.title = 'out') >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${action} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Type /Annot /Subtype /Link /Rect [0 0 300 300] /A << /S /URI /URI (${link}) >> >>`,
  ];
  for (let page = 0; page < pages; page++) {
    const text = `BT /F1 36 Tf 30 150 Td (Paj ${page + 1}) Tj ET 30 30 100 40 re f`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Resources << /Font << /F1 3 0 R >> >>` +
        ` /Contents ${first + 2 * page + 1} 0 R /Annots [4 0 R] >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    );
  }
  let written = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = written.length;
    written += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = written.length;
  const size = objects.length + 1;
  written += `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  return Buffer.from(`${written}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`, "latin1");
}
