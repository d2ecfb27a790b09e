// Writes replies.ndjson with the replies of the native command; tests/golden/update calls it. Usage: node write.mjs [COMMAND]
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {commandReplies, folder, parseRequest, readLines} from './replies.mjs';

const requests = (await readLines('requests.ndjson')).map(parseRequest);
const replies = await commandReplies(requests, process.argv[2]);
await writeFile(join(folder, 'replies.ndjson'), replies.join('\n') + '\n');
console.log(`${replies.length} replies`);
