// busboy reads one form: the media type is the first argument, the body is the standard input. It prints the parts as JSON.
import busboy from 'busboy';

const parts = [];
const parser = busboy({ headers: { 'content-type': process.argv[2] }, preservePath: true, defParamCharset: 'utf8' });
parser.on('field', (name, value, info) => parts.push({ name, value, type: info.mimeType }));
parser.on('file', (name, stream, info) => {
  const part = { name, fileName: info.filename, type: info.mimeType };
  parts.push(part);
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  stream.on('end', () => { part.value = Buffer.concat(chunks).toString('utf8'); });
});
parser.on('error', (error) => { console.error(error.message); process.exitCode = 1; });
parser.on('close', () => console.log(JSON.stringify(parts)));
process.stdin.pipe(parser);
