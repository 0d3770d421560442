"""The class that ``demo`` opens with."""

from web.classroom import create_class
from web.opening import demo_class
from web.store import people


def test_the_demo_comes_back_to_its_own_class_whatever_the_teacher_made_since(own_site):
    first = demo_class(own_site.app).info
    server = own_site.server
    teacher = server.store.read(people.first_of_kind, "teacher").id
    create_class(server, teacher, "Demo", "first-live", 1, 1)

    assert demo_class(own_site.app).info.id == first.id


def test_the_demo_makes_its_own_class_beside_one_that_is_open(own_site):
    open_class = own_site.classroom()

    assert demo_class(own_site.app).info.id != open_class.id
