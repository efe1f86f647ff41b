// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/image_signature.h"

#include "core/imaging/image_reader.h"
#include "tests/support/format_doubles.h"

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QImage again(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return QImage::fromData(bytes);
}

/// A real photo; null where none is at hand.
QImage photo(qsizetype index)
{
    const QString folder = sharedFolder(QStringLiteral("bees/images"));
    const Result<QStringList> files = folder.isEmpty() ? Result<QStringList>(QStringList()) : findImageFiles(folder);
    const Result<QImage> image =
        files && index < files->size() ? readImage((*files)[index], {}, {800, 800}) : Result<QImage>(QImage());
    return image ? *image : QImage();
}

} // namespace

class ImageSignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPhotoIsAlikeItsCopies();
    void differentPhotosAreNotAlike();
    void flatImagesAreAlikeOnlyInTheirColor();
    void groupsHoldWhatIsAlikeOverOthers();
    void unreadableFilesHaveNone();
    void aCancelledLookFails();
};

void ImageSignatureTest::aPhotoIsAlikeItsCopies()
{
    const QImage original = photo(0);
    if (original.isNull())
        QSKIP("../shared/data/bees is not at hand");
    const ImageSignature signature = signatureOf(original);
    const QImage copies[] = {again(original, "JPEG", 40),
                             original.scaled(original.size() / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
                             original.copy(original.rect().adjusted(4, 4, -4, -4))};
    for (const QImage &copy : copies)
        QVERIFY2(likeness(signature, signatureOf(copy)) >= kAlike,
                 qPrintable(QString::number(likeness(signature, signatureOf(copy)))));
}

void ImageSignatureTest::differentPhotosAreNotAlike()
{
    QList<ImageSignature> signatures;
    for (qsizetype i = 0; i < 40; ++i) {
        const QImage image = photo(i);
        if (image.isNull())
            QSKIP("../shared/data/bees is not at hand");
        signatures << signatureOf(image);
    }
    int alike = 0;
    for (qsizetype i = 0; i < signatures.size(); ++i) {
        for (qsizetype j = i + 1; j < signatures.size(); ++j)
            alike += likeness(signatures[i], signatures[j]) >= kAlike ? 1 : 0;
    }
    QVERIFY2(alike <= 2, qPrintable(QString::number(alike))); // of 780 pairs; series of one swarm are among them
}

void ImageSignatureTest::flatImagesAreAlikeOnlyInTheirColor()
{
    QImage red(50, 50, QImage::Format_RGB888);
    red.fill(QColor(200, 30, 30));
    QImage blue(60, 40, QImage::Format_RGB888);
    blue.fill(QColor(30, 30, 200));
    QVERIFY(likeness(signatureOf(red), signatureOf(red.scaled(80, 80))) >= kAlike);
    QVERIFY(likeness(signatureOf(red), signatureOf(blue)) < kAlike);
}

void ImageSignatureTest::groupsHoldWhatIsAlikeOverOthers()
{
    ImageSignature one;
    one.tiny.fill(0);
    for (std::size_t i = 0; i < one.tiny.size(); i += 2)
        one.tiny[i] = 200;
    ImageSignature other = one;
    other.hash = ~one.hash;
    const QList<std::optional<ImageSignature>> signatures{one, other, std::nullopt, one, other, one};
    const QList<QList<qsizetype>> groups = alikeGroups(signatures, {});
    QCOMPARE(groups, (QList<QList<qsizetype>>{{0, 3, 5}, {1, 4}}));
}

void ImageSignatureTest::unreadableFilesHaveNone()
{
    const QTemporaryDir folder;
    const QString good = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(QImage(9, 9, QImage::Format_RGB888).save(good));
    qint64 told = 0;
    const auto signatures = signaturesOf({good, folder.filePath(QStringLiteral("none.png"))}, {},
                                         [&told](const Progress &progress) { told = progress.total; });
    QVERIFY(signatures);
    QVERIFY((*signatures)[0].has_value());
    QVERIFY(!(*signatures)[1].has_value());
    QCOMPARE(told, qint64{2});
}

void ImageSignatureTest::aCancelledLookFails()
{
    CancelFlag cancel;
    cancel.cancel();
    QVERIFY(!signaturesOf({QStringLiteral("a.png")}, cancel, {}));
}

QTEST_GUILESS_MAIN(ImageSignatureTest)
#include "image_signature_test.moc"
