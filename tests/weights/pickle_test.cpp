// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/weights/pickle.h"

#include <QTest>

using namespace boxwright;

namespace {

Result<PickleTree> readBytes(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    return readPickle(reader);
}

QByteArray repeated(const QByteArray &part, int count)
{
    return part.repeated(count);
}

} // namespace

/// Pickles by hand; the instructions are those of Python's pickletools.
class PickleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataBecomesValues();
    void whatFollowsTheEndIsLeftAlone();
    void codeIsRefusedByItsName_data();
    void codeIsRefusedByItsName();
    void brokenPicklesAreRefused_data();
    void brokenPicklesAreRefused();
    void aPickleInsideItselfIsHarmless();
    void everyCutIsRefused();
};

void PickleTest::dataBecomesValues()
{
    // {'a': (1, 2**40, None), 'b': [True, -2]}
    const auto tree = readBytes(QByteArray("\x80\x02}q\x00(X\x01\x00\x00\x00"
                                           "a(K\x01\x8a\x06\x00\x00\x00\x00\x00\x01Ntq\x01U\x01"
                                           "b](\x88J\xfe\xff\xff\xff"
                                           "eu.",
                                           50));
    QVERIFY2(tree, qPrintable(tree ? QString() : tree.error().message));
    const PickleValue &root = tree->at(tree->root);
    QCOMPARE(root.kind, PickleValue::Kind::Dict);
    QCOMPARE(root.items.size(), size_t(4));
    QCOMPARE(tree->at(root.items[0]).text, QByteArray("a"));
    const PickleValue &tuple = tree->at(root.items[1]);
    QCOMPARE(tuple.kind, PickleValue::Kind::Tuple);
    QCOMPARE(tree->at(tuple.items[1]).number, qint64{1} << 40);
    QCOMPARE(tree->at(tuple.items[2]).kind, PickleValue::Kind::Nothing);
    const PickleValue &list = tree->at(root.items[3]);
    QCOMPARE(list.kind, PickleValue::Kind::List);
    QCOMPARE(tree->at(list.items[0]).number, 1);
    QCOMPARE(tree->at(list.items[1]).number, -2);
}

void PickleTest::whatFollowsTheEndIsLeftAlone()
{
    const QByteArray bytes("\x80\x02K\x07.\x80\x02K\x08.", 10);
    ByteReader reader(bytes);
    QCOMPARE(readPickle(reader)->values[0].number, 7);
    QCOMPARE(reader.position(), 5);
    QCOMPARE(readPickle(reader)->values[0].number, 8);
}

void PickleTest::codeIsRefusedByItsName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    const QByteArray start("\x80\x02", 2);
    QTest::newRow("os.system called") << start + "cposix\nsystem\nX\x02\x00\x00\x00ls\x85R."
                                      << QStringLiteral("posix.system");
    QTest::newRow("os.system only named") << start + "cos\nsystem\n." << QStringLiteral("os.system");
    QTest::newRow("eval") << start + "cbuiltins\neval\n(U\x01"
                                     "1tR."
                          << QStringLiteral("builtins.eval");
    QTest::newRow("a neighbour of what is allowed")
        << start + "ctorch._utils\n_rebuild_qtensor\n)R." << QStringLiteral("torch._utils._rebuild_qtensor");
    QTest::newRow("a longer name") << start + "ctorch\nFloatStorage.__reduce__\n."
                                   << QStringLiteral("torch.FloatStorage.__reduce__");
    // As old files name the class of a module; then it is called.
    QTest::newRow("smuggled in as a module, called")
        << start + "(U\x06modulecos\nsystem\nU\x01xU\x01ytQ(U\x02lstR." << QStringLiteral("os.system");
    QTest::newRow("smuggled in as a module, with arguments")
        << start + "(U\x06modulecos\nsystem\nU\x01xU\x01ytQ(U\x02lst\x81." << QStringLiteral("os.system");
    QTest::newRow("not where a module has its class")
        << start + "(U\x06moduleU\x01xcos\nsystem\nt." << QStringLiteral("os.system");
    QTest::newRow("a storage is called") << start + "ctorch\nFloatStorage\n)R." << QStringLiteral("torch.FloatStorage");
    QTest::newRow("a mapping as an object")
        << start + "ccollections\nOrderedDict\n)\x81." << QStringLiteral("collections.OrderedDict");
    for (const char instruction : {'i', 'o', 'I', 'L', 'V', 'P', 'S', '0', '2', '\x82', '\x92', '\x93', '\x95', 'B'})
        QTest::addRow("instruction 0x%02x", static_cast<unsigned char>(instruction))
            << start + instruction + "x\nx\n."
            << QStringLiteral("0x%1").arg(static_cast<unsigned char>(instruction), 2, 16, QLatin1Char('0'));
}

void PickleTest::codeIsRefusedByItsName()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const auto tree = readBytes(bytes);
    QVERIFY(!tree);
    QVERIFY2(tree.error().message.contains(name), qPrintable(tree.error().message));
}

void PickleTest::brokenPicklesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray start("\x80\x02", 2);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no end") << start + "N";
    QTest::newRow("no value") << start + ".";
    QTest::newRow("protocol 4") << QByteArray("\x80\x04N.");
    QTest::newRow("text longer than the file") << start + QByteArray("X\xff\xff\xff\x7f", 5) + "abc.";
    QTest::newRow("text of negative length") << start + QByteArray("X\xff\xff\xff\xff", 5) + "abc.";
    QTest::newRow("number of 200 bytes") << start + QByteArray("\x8a\xc8", 2) + QByteArray(200, '\1') + ".";
    QTest::newRow("tuple without mark") << start + "Nt.";
    QTest::newRow("items taken from below the mark") << start + "N(\x85.";
    QTest::newRow("append to a number") << start + "K\1N" + "a.";
    QTest::newRow("odd mapping") << start + "}(Nu.";
    QTest::newRow("memo that is not there") << start + "h\5.";
    QTest::newRow("call of a number") << start + "K\1)R.";
    QTest::newRow("persistent number") << start + "K\1Q.";
    QTest::newRow("empty persistent tuple") << start + ")Q.";
    QTest::newRow("tensor of numbers") << start + "ctorch._utils\n_rebuild_tensor_v2\n(K\1K\1))tR.";
    QTest::newRow("class without end") << start + "c" + QByteArray(5000, 'x');
    QTest::newRow("more values than any file") << start + repeated("N", 1'100'000) + ".";
    QTest::newRow("more marks than any file") << start + repeated("(", 4'100'000) + ".";
    // A list of 60,000 items, taken as an argument again and again: 20 bytes would make gigabytes.
    QTest::newRow("copies without end") << start + "ccollections\nOrderedDict\nq\1](" + repeated("))\x86", 60'000) +
                                               "e\x85q\2" + repeated("h\1h\2R", 100'000) + ".";
}

void PickleTest::brokenPicklesAreRefused()
{
    QFETCH(QByteArray, bytes);
    const auto tree = readBytes(bytes);
    QVERIFY(!tree);
    QVERIFY(!tree.error().message.isEmpty());
}

void PickleTest::aPickleInsideItselfIsHarmless()
{
    const auto tree = readBytes(QByteArray("\x80\x02]q\x00h\x00"
                                           "a.",
                                           9));
    QVERIFY(tree);
    QCOMPARE(tree->at(tree->root).items, std::vector<int>{tree->root});
    // A hundred thousand lists, each inside the next, are freed without deep recursion.
    QVERIFY(
        readBytes(QByteArray("\x80\x02", 2) + QByteArray(100'000, ')').prepend("N") + repeated("\x86", 99'999) + "."));
}

void PickleTest::everyCutIsRefused()
{
    const QByteArray whole("\x80\x02}q\x00(X\x01\x00\x00\x00"
                           "aK\x01U\x01"
                           "bccollections\nOrderedDict\n)Ru.",
                           46);
    QVERIFY(readBytes(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!readBytes(whole.first(size)), qPrintable(QString::number(size)));
}

QTEST_APPLESS_MAIN(PickleTest)
#include "pickle_test.moc"
