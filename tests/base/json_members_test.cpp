// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_members.h"

#include <QTest>

using namespace boxwright;

namespace {

/// Whether views into what is kept can be asked of such a value.
template<class T>
concept GivesViews = requires(T kept)
{
    static_cast<T>(kept).value("a");
    static_cast<T>(kept).members();
};

static_assert(GivesViews<const KeptMembers &>);
static_assert(!GivesViews<KeptMembers &&>); // they would not outlive it

} // namespace

class JsonMembersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatOneFormatKeptIsFound_data();
    void onlyWhatOneFormatKeptIsFound();
};

void JsonMembersTest::onlyWhatOneFormatKeptIsFound_data()
{
    QTest::addColumn<QString>("extra");
    QTest::addColumn<QByteArray>("found"); // of "a"
    const auto row = [](const char *name, const char *extra, const char *found) {
        QTest::newRow(name) << QString::fromUtf8(extra) << QByteArray(found);
    };
    row("nothing", "", "");
    row("alone", "{\"coco\":{\"b\":[1,2],\"a\":7}}", "7");
    row("with spaces", " { \"coco\" : { \"a\" : 7 } } ", "7");
    row("before another's", "{\"coco\":{\"a\":7},\"voc\":{\"a\":8}}", "7");
    row("behind another's", "{\"voc\":{\"a\":8},\"coco\":{\"a\":7}}", "7");
    row("twice: the last counts", "{\"coco\":{\"a\":8},\"coco\":{\"a\":7}}", "7");
    row("another's", "{\"voc\":{\"a\":8}}", "");
    row("a longer name", "{\"coco2\":{\"a\":8}}", "");
    row("empty", "{\"coco\":{}}", "");
    row("no object", "{\"coco\":[1]}", "");
    row("one bracket too many", "{\"coco\":{\"a\":7}}}", "");
    row("one bracket too few", "{\"coco\":{\"a\":7}", "");
    row("text behind", "{\"coco\":{\"a\":7} x}", "");
    row("cut off", "{\"coco\":", "");
}

void JsonMembersTest::onlyWhatOneFormatKeptIsFound()
{
    QFETCH(QString, extra);
    QFETCH(QByteArray, found);
    const KeptMembers kept(extra, "coco");
    QCOMPARE(kept.value("a").toByteArray(), found);
    QCOMPARE(kept.isEmpty(), found.isEmpty());
}

QTEST_GUILESS_MAIN(JsonMembersTest)
#include "json_members_test.moc"
