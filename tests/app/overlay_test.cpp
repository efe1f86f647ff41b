// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/overlay.h"

#include "core/model/class_colors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;
using namespace boxwright::cli;

class OverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoxIsDrawnWhereItIsInItsClassColour();
    void aBoxAtTheTopKeepsItsTagInside();
    void withoutDetectionsTheImageStaysAsItIs();
    void namesNeverMeet();
    void aFolderThatIsNoneIsNamed();
};

namespace {

QImage greyImage(QSize size)
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor(128, 128, 128));
    return image;
}

const QStringList kClasses{QStringLiteral("cat"), QStringLiteral("dog")};

} // namespace

void OverlayTest::aBoxIsDrawnWhereItIsInItsClassColour()
{
    const QImage overlay = drawOverlay(greyImage({400, 300}), {{1, 0.9, {100, 100, 300, 200}}}, kClasses);
    ClassColors palette({});
    palette.next();
    const QColor dog = palette.next();
    for (const QPoint onEdge : {QPoint(100, 150), QPoint(299, 150), QPoint(200, 199)}) {
        const QColor seen = overlay.pixelColor(onEdge);
        const int distance = std::abs(seen.red() - dog.red()) + std::abs(seen.green() - dog.green()) +
                             std::abs(seen.blue() - dog.blue());
        QVERIFY2(distance < 120, qPrintable(seen.name()));
        QVERIFY(seen != QColor(128, 128, 128));
    }
    QCOMPARE(overlay.pixelColor(200, 150), QColor(128, 128, 128)); // inside
    QCOMPARE(overlay.pixelColor(50, 250), QColor(128, 128, 128));  // outside
    QVERIFY(overlay.pixelColor(103, 92) != QColor(128, 128, 128)); // the tag above
}

void OverlayTest::aBoxAtTheTopKeepsItsTagInside()
{
    const QImage overlay = drawOverlay(greyImage({400, 300}), {{0, 0.5, {380, 0, 400, 100}}}, kClasses);
    bool isTagShown = false;
    for (int x = 320; x < 375; ++x) // left of the box, since there is no room to its right
        isTagShown = isTagShown || overlay.pixelColor(x, 6) != QColor(128, 128, 128);
    QVERIFY(isTagShown);
}

void OverlayTest::withoutDetectionsTheImageStaysAsItIs()
{
    const QImage image = greyImage({20, 10});
    QCOMPARE(drawOverlay(image, {}, kClasses).convertToFormat(QImage::Format_RGB888), image);
}

void OverlayTest::namesNeverMeet()
{
    OverlayNames names(QStringLiteral("/out"));
    QCOMPARE(names.next(QStringLiteral("/a/one.two.jpg")), QStringLiteral("/out/one.two.png"));
    QCOMPARE(names.next(QStringLiteral("/b/one.two.png")), QStringLiteral("/out/one.two-2.png"));
    QCOMPARE(names.next(QStringLiteral("/b/one.two-2.png")), QStringLiteral("/out/one.two-2-2.png"));
}

void OverlayTest::aFolderThatIsNoneIsNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none/x.png"));
    const Result<> written = writeOverlay(path, greyImage({4, 4}));
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(path), qPrintable(written.error().message));
}

QTEST_MAIN(OverlayTest)
#include "overlay_test.moc"
