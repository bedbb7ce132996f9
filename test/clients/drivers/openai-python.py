"""The official Python SDK in a process of its own: a line of JSON in is one call, a line of JSON out what the SDK made of it."""

import asyncio
import json
import sys

import openai
from openai import AsyncOpenAI, OpenAI
from pydantic import BaseModel

OURS = ("pii", "system", "web_search")


class Contact(BaseModel):
    name: str
    email: str


class Seen:
    """Puts the pieces of a stream together the way applications do."""

    def __init__(self):
        self.content, self.finish, self.usage = "", None, None
        self.tool_calls, self.models = [], []
        self.chunks = self.without_choices = 0

    def add(self, chunk):
        self.chunks += 1
        if chunk.model not in self.models:
            self.models.append(chunk.model)
        if chunk.usage:
            self.usage = chunk.usage.model_dump(exclude_unset=True)
        if not chunk.choices:
            self.without_choices += 1
        for choice in chunk.choices:
            self.content += choice.delta.content or ""
            self.finish = choice.finish_reason or self.finish
            for call in choice.delta.tool_calls or []:
                if call.index == len(self.tool_calls):
                    self.tool_calls.append({"id": call.id, "name": call.function.name, "arguments": ""})
                self.tool_calls[call.index]["arguments"] += call.function.arguments or ""

    def all(self):
        return {
            "content": self.content,
            "toolCalls": self.tool_calls,
            "finish": self.finish,
            "usage": self.usage,
            "chunks": self.chunks,
            "withoutChoices": self.without_choices,
            "models": self.models,
        }


def arguments(body):
    """Our own parameters go into extra_body, as the published documentation says."""
    extra = {name: body[name] for name in OURS if name in body}
    return {**{name: value for name, value in body.items() if name not in extra}, "extra_body": extra}


def summary(completion):
    choice = completion.choices[0]
    calls = [call.model_dump(exclude_unset=True) for call in choice.message.tool_calls or []]
    return {
        "content": choice.message.content,
        "toolCalls": calls or None,
        "finish": choice.finish_reason,
        "model": completion.model,
        "usage": completion.usage.model_dump(exclude_unset=True) if completion.usage else None,
    }


def models(client, _seen):
    return [model.model_dump(exclude_unset=True) for model in client.models.list()]


def model(client, _seen, name):
    return client.models.retrieve(name).model_dump(exclude_unset=True)


def chat(client, _seen, body):
    raw = client.chat.completions.with_raw_response.create(**arguments(body))
    return {**summary(raw.parse()), "requestId": raw.request_id, "headers": dict(raw.headers)}


def stream(client, seen, body):
    for chunk in client.chat.completions.create(**arguments(body), stream=True):
        seen.add(chunk)
    return seen.all()


def leave(client, seen, body):
    """Reads until some text has come, then leaves."""
    with client.chat.completions.create(**arguments(body), stream=True) as chunks:
        for chunk in chunks:
            seen.add(chunk)
            if seen.content:
                break
    return seen.all()


def stream_helper(client, _seen, body):
    with client.chat.completions.stream(**arguments(body)) as events:
        for _event in events:
            pass
        return summary(events.get_final_completion())


def parse(client, _seen, body):
    completion = client.chat.completions.parse(**arguments(body), response_format=Contact)
    return completion.choices[0].message.parsed.model_dump()


def asynchronous(_client, seen, body, options):
    async def both():
        async with AsyncOpenAI(**options) as client:
            whole = summary(await client.chat.completions.create(**arguments(body)))
            async for chunk in await client.chat.completions.create(**arguments(body), stream=True):
                seen.add(chunk)
            return {"whole": whole["content"], "streamed": seen.content}

    return asyncio.run(both())


CALLS = {
    "models": models,
    "model": model,
    "chat": chat,
    "stream": stream,
    "leave": leave,
    "streamHelper": stream_helper,
    "parse": parse,
    "asynchronous": asynchronous,
}

for line in sys.stdin:
    request = json.loads(line)
    call, options = request.pop("call"), request.pop("options")
    options = {
        "base_url": options["baseURL"],
        "api_key": options["apiKey"],
        **({"max_retries": options["maxRetries"]} if "maxRetries" in options else {}),
    }
    if call == "asynchronous":
        request["options"] = options
    seen = Seen()
    try:
        answer = {"result": CALLS[call](OpenAI(**options), seen, **request)}
    except Exception as error:  # every failure is the test's to judge
        answer = {
            "error": {
                "class": type(error).__name__,
                "isApiError": isinstance(error, openai.APIError),
                "status": getattr(error, "status_code", None),
                "code": getattr(error, "code", None),
                "param": getattr(error, "param", None),
                "type": getattr(error, "type", None),
                "message": str(error),
                "requestId": getattr(error, "request_id", None),
            },
            "partial": seen.content,
        }
    print(json.dumps(answer), flush=True)
