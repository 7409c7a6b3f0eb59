// typst.mjs MAIN.typ FONTS TIMES: the least of so many compilations to PDF/UA-1, in
// milliseconds, without the host process; for want of the program typst.  NODE_PATH leads
// to @myriaddreamin/typst-ts-node-compiler.
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { writeFileSync } from "node:fs";
const require = createRequire(process.env.NODE_PATH + "/");
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const [main, fonts, times] = process.argv.slice(2);
let least = Infinity;
for (let i = 0; i < Number(times); i++) {
    NodeCompiler.create().evictCache(0); // what the time before had found out
    const begin = performance.now();
    const compiler = NodeCompiler.create({ workspace: dirname(main), fontArgs: [{ fontPaths: [fonts] }] });
    const pdf = compiler.pdf({ mainFilePath: main }, { pdfStandard: "ua-1" });
    least = Math.min(least, performance.now() - begin);
    writeFileSync(main.replace(/\.typ$/, ".pdf"), pdf);
}
console.log(least.toFixed(1));
