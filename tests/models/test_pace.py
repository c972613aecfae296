"""The pace: how many may be on their way, and what a service's signals do to it."""

import asyncio

import pytest

from questioner.models.pace import Pace, span


def run(test):
    """Run an asynchronous test with a clock that jumps to the next timer at once."""

    async def whole():
        loop = asyncio.get_running_loop()
        now = [0.0]
        real = loop._run_once

        def jump():
            if loop._scheduled and not loop._ready:
                now[0] = max(now[0], loop._scheduled[0]._when)
            real()

        loop.time = lambda: now[0]
        loop._run_once = jump
        await test()

    asyncio.run(whole())


async def places(pace, number):
    """Ask for so many places at once and return the tasks."""
    tasks = [asyncio.create_task(pace.__aenter__()) for _ in range(number)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


def got(tasks):
    return sum(task.done() and not task.cancelled() for task in tasks)


def test_as_many_as_asked_for_and_the_next_one_waits():
    async def test():
        pace = Pace(3)
        tasks = await places(pace, 5)
        assert (got(tasks), pace.on_the_way) == (3, 3)
        await pace.__aexit__()
        await asyncio.sleep(0)
        assert (got(tasks), pace.on_the_way) == (4, 3)
        tasks[4].cancel()

    run(test)


def test_refusals_halve_once_a_burst_and_answers_raise_it_again():
    async def test():
        pace = Pace(16)
        for _ in range(5):
            pace.saw({}, refused=True)
        assert pace.limit == 8
        for _ in range(200):
            pace.saw({}, refused=False)
        assert pace.limit == 16

    run(test)


def test_one_is_always_let_through():
    async def test():
        pace = Pace(2)
        for _ in range(5):
            pace.saw({}, refused=True)
            await asyncio.sleep(2)
        assert pace.limit == 1

    run(test)


def test_a_pause_that_is_asked_for_holds_everybody():
    async def test():
        pace = Pace(4)
        pace.saw({}, refused=True, pause=10)
        tasks = await places(pace, 1)
        assert got(tasks) == 0
        await asyncio.gather(*tasks)
        assert asyncio.get_running_loop().time() == pytest.approx(10)

    run(test)


def test_a_pause_that_is_too_long_holds_nobody():
    async def test():
        pace = Pace(4)
        pace.saw({}, refused=True, pause=4_000)
        assert got(await places(pace, 1)) == 1

    run(test)


@pytest.mark.parametrize("kind", ["requests", "tokens"])
def test_an_allowance_that_is_used_up_is_waited_for(kind):
    async def test():
        pace = Pace(4)
        pace.saw({f"x-ratelimit-remaining-{kind}": "0", f"x-ratelimit-reset-{kind}": "1m6s"}, refused=False)
        await asyncio.gather(*await places(pace, 1))
        assert asyncio.get_running_loop().time() == pytest.approx(66)

    run(test)


def test_no_more_are_sent_than_the_service_says_are_left():
    async def test():
        pace = Pace(8)
        pace.saw({"x-ratelimit-remaining-requests": "3"}, refused=False)
        tasks = await places(pace, 8)
        assert got(tasks) == 3
        for task in tasks:
            task.cancel()

    run(test)


def test_one_who_stops_waiting_leaves_the_queue_and_holds_no_place():
    async def test():
        pace = Pace(1)
        first, second, third = await places(pace, 3)
        second.cancel()
        await asyncio.sleep(0)
        await pace.__aexit__()
        await asyncio.sleep(0)
        assert (first.done(), second.cancelled(), third.done(), pace.on_the_way) == (True, True, True, 1)

    run(test)


def test_one_who_stops_just_before_its_turn_is_passed_over():
    async def test():
        pace = Pace(1)
        _, second, third = await places(pace, 3)
        second.cancel()
        await pace.__aexit__()  # before the second has heard of it
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert (second.cancelled(), third.done(), pace.on_the_way) == (True, True, 1)

    run(test)


def test_all_may_stop_at_once_those_with_a_place_and_those_without():
    async def test():
        pace = Pace(1)

        async def hold():
            async with pace:
                await asyncio.sleep(9)

        tasks = [asyncio.create_task(hold()) for _ in range(4)]
        await asyncio.sleep(1)
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert [type(error) for error in ended] == [asyncio.CancelledError] * 4
        assert pace.on_the_way == 0

    run(test)


def test_one_who_stops_in_the_moment_of_its_turn_passes_it_on():
    async def test():
        pace = Pace(1)
        _, second, third = await places(pace, 3)
        await pace.__aexit__()  # gives the second its place
        second.cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert (third.done(), pace.on_the_way) == (True, 1)

    run(test)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1s", 1),
        ("6m0s", 360),
        ("20ms", 0.02),
        ("1h2m3.5s", 3723.5),
        ("1d", 86400),
        ("", None),
        ("5", None),
        ("1x", None),
    ],
)
def test_spans_are_read_as_services_write_them(text, seconds):
    assert span(text) == seconds
