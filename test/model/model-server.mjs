// A small server of OpenAI's shape around llama.cpp, for the tests only: one model, one answer at a time, greedy unless told otherwise.
// Usage: node model-server.mjs FOLDER-WITH-node_modules WEIGHTS.gguf; prints its port. GET /stats tells a test what really happened.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, weights] = process.argv.slice(2);
const { getLlama } = await import(
  pathToFileURL(join(folder, 'node_modules', 'node-llama-cpp', 'dist', 'index.js')).href
);
const CONTEXT = 2048;

// One thread: llama.cpp's threads wait for each other by spinning, and on a busy machine two are far slower than one.
const llama = await getLlama({ build: 'never', gpu: false, progressLogs: false, logLevel: 'error', maxThreads: 1 });
const model = await llama.loadModel({ modelPath: weights });
const context = await model.createContext({ contextSize: CONTEXT, threads: 1 });
const sequence = context.getSequence();

const MODEL = 'smollm2-135m-instruct';
const stats = { running: 0, tokens: 0, stoppedEarly: 0, lastRequest: '', lastAnswer: '' };
let queue = Promise.resolve();

const server = createServer(async (request, response) => {
  try {
    await route(request, response);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else json(response, 500, { error: { message: error.message, type: 'server_error', param: null, code: null } });
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

async function route(request, response) {
  const { method, url } = request;
  if (method === 'GET' && url === '/stats') return json(response, 200, stats);
  if (method === 'GET' && url === '/v1/models') {
    return json(response, 200, {
      object: 'list',
      data: [{ id: MODEL, object: 'model', created: 0, owned_by: 'local' }],
    });
  }
  if (method === 'POST' && url === '/v1/chat/completions') return chat(request, response);
  const message = 'Unknown request URL.';
  json(response, 404, { error: { message, type: 'invalid_request_error', param: null, code: 'unknown_url' } });
}

async function chat(request, response) {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  const body = JSON.parse(text);
  const prompt = promptTokens(body.messages);
  const limit = Math.min(body.max_completion_tokens ?? body.max_tokens ?? 256, CONTEXT - prompt.length);
  if (limit <= 0) {
    const message = `The messages have ${prompt.length} tokens; this model takes ${CONTEXT}.`;
    const code = 'context_length_exceeded';
    return json(response, 400, { error: { message, type: 'invalid_request_error', param: 'messages', code } });
  }
  const head = { id: `chatcmpl-${crypto.randomUUID()}`, created: Math.floor(Date.now() / 1000), model: MODEL };
  const usage = (tokens) => ({
    prompt_tokens: prompt.length,
    completion_tokens: tokens,
    total_tokens: prompt.length + tokens,
  });
  const send = (fields) =>
    response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', ...fields })}\n\n`);
  const delta = (content, finish = null) =>
    send({ choices: [{ index: 0, delta: content, logprobs: null, finish_reason: finish }] });

  await inTurn(async () => {
    stats.lastRequest = text;
    if (body.stream === true) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      delta({ role: 'assistant', content: '' });
    }
    const answer = await generate(prompt, { limit, temperature: body.temperature ?? 0 }, response, (piece) => {
      if (body.stream === true) delta({ content: piece });
    });
    stats.lastAnswer = answer.text;
    if (response.destroyed) return;
    if (body.stream === true) {
      delta({}, answer.finish);
      if (body.stream_options?.include_usage === true) send({ choices: [], usage: usage(answer.tokens) });
      response.end('data: [DONE]\n\n');
      return;
    }
    const message = { role: 'assistant', content: answer.text, refusal: null };
    json(response, 200, {
      ...head,
      object: 'chat.completion',
      choices: [{ index: 0, message, logprobs: null, finish_reason: answer.finish }],
      usage: usage(answer.tokens),
    });
  });
}

/** Stops as soon as the caller has left. */
async function generate(prompt, { limit, temperature }, response, onText) {
  const tokens = [];
  let text = '';
  let finish = 'length';
  stats.running++;
  try {
    await sequence.clearHistory();
    for await (const token of sequence.evaluate(prompt, { temperature })) {
      if (model.isEogToken(token)) {
        finish = 'stop';
        break;
      }
      tokens.push(token);
      stats.tokens++;
      const whole = model.detokenize(tokens);
      // Half a character waits for its other half.
      if (!whole.endsWith('\ufffd') && whole.length > text.length) {
        onText(whole.slice(text.length));
        text = whole;
      }
      if (tokens.length >= limit) break;
      // The event loop has to see that a connection was closed.
      await new Promise((resolve) => setImmediate(resolve));
      if (response.destroyed) {
        stats.stoppedEarly++;
        break;
      }
    }
  } finally {
    stats.running--;
  }
  return { text, tokens: tokens.length, finish };
}

/** ChatML, which this model was trained on. What people write is never read as a control token. */
function promptTokens(messages) {
  const control = (text) => model.tokenize(text, true);
  const tokens = [];
  for (const { role, content } of messages) {
    const text = typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('');
    tokens.push(...control(`<|im_start|>${role === 'developer' ? 'system' : role}\n`), ...model.tokenize(text, false));
    tokens.push(...control('<|im_end|>\n'));
  }
  return [...tokens, ...control('<|im_start|>assistant\n')];
}

function inTurn(work) {
  const turn = queue.then(work);
  queue = turn.catch(() => {});
  return turn;
}

function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
