// A chat server as Socket.IO's own documentation teaches it, with PostgreSQL behind it: a message is inserted, then
// acknowledged, then emitted to its room; who comes back asks for everything after the last offset it has seen.
import { createServer } from "node:http";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { Server } from "socket.io";

const SCHEMA = `
  create table if not exists members (token text primary key);
  create table if not exists seats (room text, member text references members, primary key (room, member));
  create table if not exists messages (
    id bigint generated always as identity primary key,
    room text not null,
    author text not null,
    client_id text not null,
    text text not null,
    at timestamptz not null default now(),
    unique (room, author, client_id)
  );
  create index if not exists messages_of_room on messages (room, id);
`;

// Named statements are parsed and planned once for each connection.
const MEMBER = { name: "member", text: "select 1 from members where token = $1" };
const SEAT = { name: "seat", text: "select 1 from seats where room = $1 and member = $2" };
const INSERT = {
  name: "insert",
  text: `insert into messages (room, author, client_id, text) values ($1, $2, $3, $4)
         on conflict (room, author, client_id) do nothing returning id, at`,
};
const STORED = {
  name: "stored",
  text: "select id, at from messages where room = $1 and author = $2 and client_id = $3",
};
const MISSED = {
  name: "missed",
  text: `select id as seq, client_id as id, author, at, text from messages
         where room = $1 and id > $2 order by id limit 1000`,
};
const HEAD = { name: "head", text: "select coalesce(max(id), 0) as head from messages where room = $1" };

// Row identifiers stay far below 2^53 here.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const pool = new pg.Pool({ max: 10 });
const query = async (statement, ...values) => (await pool.query({ ...statement, values })).rows;

await pool.query(SCHEMA);

async function setUp(path, body) {
  if (path === "/rooms") {
    const room = randomUUID();
    for (const member of body.members) {
      await pool.query("insert into members values ($1) on conflict do nothing", [member]);
      await pool.query("insert into seats values ($1, $2)", [room, member]);
    }
    return { room };
  }
  globalThis.gc?.();
  return process.memoryUsage();
}

const http = createServer(async (request, response) => {
  const chunks = await request.toArray();
  const text = Buffer.concat(chunks).toString();
  try {
    response.end(JSON.stringify(await setUp(request.url, text ? JSON.parse(text) : {})));
  } catch (failure) {
    response.statusCode = 500;
    response.end(String(failure));
  }
});

const io = new Server(http, { transports: ["websocket"], serveClient: false });

io.use(async (socket, next) => {
  const { token } = socket.handshake.auth;
  const known = await query(MEMBER, token).catch(() => []);
  if (known.length === 0) {
    next(new Error("bad-credentials"));
    return;
  }
  socket.data.member = token;
  next();
});

io.on("connection", (socket) => {
  socket.on("join", async ({ room, after }, done) => {
    try {
      if ((await query(SEAT, room, socket.data.member)).length === 0) {
        done({ error: "not-a-member" });
        return;
      }
      // joined first: what is stored from now on comes by itself, what was stored before comes with the answer
      await socket.join(room);
      const missed = after === undefined ? [] : await query(MISSED, room, after);
      const head = missed.at(-1)?.seq ?? after ?? (await query(HEAD, room))[0].head;
      done({ head, missed });
    } catch {
      done({ error: "unavailable" });
    }
  });

  socket.on("send", async ({ room, id, text }, done) => {
    if (!socket.rooms.has(room)) {
      done({ error: "not-a-member" });
      return;
    }
    const author = socket.data.member;
    try {
      const [fresh] = await query(INSERT, room, author, id, text);
      const stored = fresh ?? (await query(STORED, room, author, id))[0];
      done({ id, seq: stored.id, at: stored.at });
      if (fresh) {
        io.to(room).emit("message", { room, seq: stored.id, id, author, at: stored.at, text });
      }
    } catch {
      done({ error: "unavailable" });
    }
  });
});

http.listen({ port: Number(process.env.PORT), host: "127.0.0.1", backlog: 4096 });
