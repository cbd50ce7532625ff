"""Knowing when an event loop has nothing left to do, without ever waiting a fixed time.

Work is whatever the loop can run now and whatever runs in one of its threads (``asyncio.to_thread``,
``run_in_executor``). A timer is not work: it comes due when a test lets time pass, and then at once.
"""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, cast

LONGEST_WORK_SECONDS = 20
"""What is still at work after that long is taken to be stuck."""


class Work:
    """The work of one running event loop. Make it inside the loop, and call ``forget`` when done."""

    def __init__(self) -> None:
        self._loop = cast(
            "Any", asyncio.get_running_loop()
        )  # Any: it is watched through what it does not publish
        self._run_in_executor = self._loop.run_in_executor
        self._task_factory = self._loop.get_task_factory()
        self._real_time = self._loop.time
        self._ahead_seconds = 0.0
        self._in_threads: set[asyncio.Future[Any]] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._loop.run_in_executor = self._start_in_thread
        self._loop.time = lambda: self._real_time() + self._ahead_seconds
        self._loop.set_task_factory(self._made)

    def forget(self) -> None:
        """Put the loop back as it was."""
        self._loop.set_task_factory(self._task_factory)
        del self._loop.run_in_executor, self._loop.time

    async def done(self) -> None:
        """Return when there is nothing left to do; AssertionError if that takes too long."""
        started, idle_rounds = time.monotonic(), 0
        while idle_rounds < 2:  # one more round lets the loop look at its sockets and timers
            await asyncio.sleep(0)
            left = LONGEST_WORK_SECONDS - (time.monotonic() - started)
            assert left > 0, f"still at work after {LONGEST_WORK_SECONDS} s: {self._who()}"
            idle_rounds = 0 if self._loop._ready or self._timer_is_due() else idle_rounds + 1
            if idle_rounds and self._in_threads:
                idle_rounds = 0
                await asyncio.wait(set(self._in_threads), timeout=left, return_when=asyncio.FIRST_COMPLETED)

    async def pass_time(self, seconds: float) -> None:
        """Let so much time pass for the loop, running each timer in its turn, in no time at all."""
        await self.done()
        until = self._loop.time() + seconds
        while (due := self._next_timer()) is not None and due <= until:
            self._ahead_seconds += max(0.0, due - self._loop.time())
            await self.done()
        self._ahead_seconds += max(0.0, until - self._loop.time())
        await self.done()

    def failures(self) -> list[BaseException]:
        """The exceptions of tasks that ended with one that nobody has looked at."""
        ended = {task for task in self._tasks if task.done()}
        self._tasks -= ended
        unseen = [task for task in ended if not task.cancelled() and getattr(task, "_log_traceback", False)]
        return [raised for task in unseen if (raised := task.exception())]

    def _made(self, loop: Any, coroutine: Coroutine[Any, Any, Any], **more: Any) -> asyncio.Task[Any]:
        task = asyncio.Task(coroutine, loop=loop, **more)
        self._tasks.add(task)
        return task

    def _start_in_thread(self, executor: Any, function: Any, *arguments: Any) -> asyncio.Future[Any]:
        future: asyncio.Future[Any] = self._run_in_executor(executor, function, *arguments)
        self._in_threads.add(future)
        future.add_done_callback(self._in_threads.discard)
        return future

    def _next_timer(self) -> float | None:
        return min((timer.when() for timer in self._loop._scheduled if not timer.cancelled()), default=None)

    def _timer_is_due(self) -> bool:
        due = self._next_timer()
        return due is not None and due <= self._loop.time()

    def _who(self) -> str:
        at_work = [f"{task.get_coro()!r}" for task in self._tasks if not task.done()]
        return ", ".join([*at_work, f"{len(self._in_threads)} in threads"])
