"""The cursor and the selection belong to threads; a key acts on what was painted under the cursor."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.support.still_desk import NOW, row
from triage.model.clock import Lane
from triage.model.row import Row
from triage.rules.ranking import rank
from widgets.arrangement import LaneRows
from widgets.thread_list import ThreadList


class ListApp(App[None]):
    """The list alone; `opened` are the threads it said were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.threads = ThreadList(None)
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.threads

    def on_thread_list_opened(self, message: ThreadList.Opened) -> None:
        self.opened.append(message.thread_id)

    def show(self, *rows: Row) -> None:
        self.threads.show_rows([LaneRows(Lane.WAITING, len(rows), rank(rows, NOW))], NOW)


A, B, C, D = (row(name, f"Client {name}", wait=wait) for name, wait in (("a", 20), ("b", 15), ("c", 10), ("d", 5)))


@pytest.fixture
def app() -> ListApp:
    return ListApp()


async def test_the_cursor_stays_on_its_thread_when_rows_move(app: ListApp) -> None:
    async with app.run_test() as pilot:
        app.show(B, C)
        await pilot.pause()
        await pilot.press("j")
        app.show(A, B, C, D)
        await pilot.pause()
        assert app.threads.thread_id == "c"


async def test_rows_replaced_between_a_look_and_a_key_do_not_change_what_it_acts_on(app: ListApp) -> None:
    async with app.run_test() as pilot:
        app.show(A, B, C)
        await pilot.pause()
        await pilot.press("j")
        app.show(A, C, D)
        app.threads.action_open()
        app.threads.action_select()
        await pilot.pause()
        assert app.opened == ["b"]
        assert app.threads.selection == {"b"}
        assert app.threads.thread_id == "c"


async def test_a_move_counts_from_the_painted_rows(app: ListApp) -> None:
    async with app.run_test() as pilot:
        app.show(B, C, D)
        await pilot.pause()
        app.show(A, D, C, B)
        app.threads.action_move_down()
        app.threads.action_open()
        await pilot.pause()
        assert app.opened == ["c"]


@pytest.mark.parametrize(("left", "expected"), [((A, D), "d"), ((A,), "a"), ((), None)])
async def test_a_thread_that_goes_hands_the_cursor_on(
    app: ListApp, left: tuple[Row, ...], expected: str | None
) -> None:
    async with app.run_test() as pilot:
        app.show(A, B, C, D)
        await pilot.pause()
        await pilot.press("j")
        app.show(*left)
        await pilot.pause()
        assert app.threads.thread_id == expected


async def test_a_click_points_and_the_second_opens(app: ListApp) -> None:
    async with app.run_test() as pilot:
        app.show(A, B)
        await pilot.pause()
        await pilot.click(ThreadList, offset=(5, 3))
        assert (app.threads.thread_id, app.opened) == ("b", [])
        await pilot.click(ThreadList, offset=(5, 3))
        assert app.opened == ["b"]


async def test_the_selection_outlives_rows_that_go_and_come(app: ListApp) -> None:
    async with app.run_test() as pilot:
        app.show(A, B)
        await pilot.pause()
        await pilot.press("space")
        app.show(B)
        await pilot.pause()
        app.show(A, B)
        await pilot.pause()
        assert app.threads.selection == {"a"}


async def test_fifty_thousand_rows_draw_only_what_is_in_view(app: ListApp, monkeypatch: pytest.MonkeyPatch) -> None:
    ranked = rank([row("a", wait=20)], NOW) * 50_000
    drawn: list[object] = []
    monkeypatch.setattr("widgets.lane_view.draw_row", lambda one, _: drawn.append(one) or [[("x", "")]] * 3)
    async with app.run_test(size=(80, 24)) as pilot:
        app.threads.show_rows([LaneRows(Lane.WAITING, len(ranked), ranked)], NOW)
        await pilot.pause()
        assert app.threads.virtual_size.height == 100_001
        assert 0 < len(drawn) < 100
