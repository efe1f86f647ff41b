// SPDX-License-Identifier: GPL-3.0-or-later
// The probe on a detector that finds what is labelled only when pixels come in the way that it knows.
#include "core/session/pixel_probe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

const Box kLabelled{10, 10, 40, 40};

class PickyDetector : public Detector
{
public:
    PickyDetector(ModelInfo info, bool isRight)
        : m_info(std::move(info))
        , m_isRight(isRight)
    {
    }
    [[nodiscard]] const ModelInfo &info() const override { return m_info; }
    Result<std::vector<Detection>> detect(const QImage &, const DetectOptions &) override
    {
        return std::vector<Detection>{{1, m_isRight ? 0.9 : 0.4, m_isRight ? kLabelled : Box{50, 50, 60, 60}}};
    }

private:
    ModelInfo m_info;
    bool m_isRight;
};

class PickyBackend : public DetectorBackend
{
public:
    std::optional<PixelInput> right;
    int classes = 2;
    bool isArtifact = true;

    Result<TrainingOutcome> train(const TrainingRequest &, const TrainingControl &, const TrainingObserver &) override
    {
        return failure(QStringLiteral("not here"));
    }
    Result<TrainingView> trainingView(const TrainingRequest &, int, int) override
    {
        return failure(QStringLiteral("not here"));
    }
    Result<std::unique_ptr<Detector>> openDetector(const QString &, const OpenOptions &options) override
    {
        ModelInfo info;
        info.isArtifact = isArtifact;
        info.hasClassNames = false;
        for (int number = 0; number < classes; ++number)
            info.classes << QString::number(number);
        return std::make_unique<PickyDetector>(info, options.settings.pixels == right);
    }
    [[nodiscard]] std::vector<ComputeDevice> devices() const override { return {}; }
    [[nodiscard]] QString version() const override { return {}; }
};

} // namespace

class PixelProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWayThatFindsTheLabelsIsBest_data();
    void theWayThatFindsTheLabelsIsBest();
    void noWayIsBetterThanNothing();
    void otherClassesAndOtherModelsAreRefused();

private:
    [[nodiscard]] PixelProbe probe() const
    {
        TruthImage image;
        image.path = m_folder.filePath(QStringLiteral("a.png"));
        image.boxes = {{1, kLabelled, false, false}};
        return {QStringLiteral("model.tar.gz"), {QStringLiteral("bee"), QStringLiteral("wasp")}, {image}, 1, {}};
    }

    QTemporaryDir m_folder;
};

void PixelProbeTest::initTestCase()
{
    QImage image(80, 80, QImage::Format_RGB888);
    image.fill(Qt::blue);
    QVERIFY(image.save(m_folder.filePath(QStringLiteral("a.png"))));
}

void PixelProbeTest::theWayThatFindsTheLabelsIsBest_data()
{
    QTest::addColumn<QString>("way");
    for (const QString &way : pixelInputNames())
        QTest::newRow(qPrintable(way)) << way;
}

void PixelProbeTest::theWayThatFindsTheLabelsIsBest()
{
    QFETCH(QString, way);
    PickyBackend backend;
    backend.right = pixelInputFromName(way);
    QVERIFY(backend.right.has_value());
    qint64 steps = 0;
    const auto results = probePixels(backend, probe(), [&](const Progress &progress) { steps = progress.done; }, {});
    QVERIFY2(results.has_value(), qPrintable(results ? QString() : results.error().message));
    QCOMPARE(results->size(), size_t(4));
    QCOMPARE(steps, 4);
    QCOMPARE(bestPixels(*results), backend.right);
    for (const PixelProbeResult &result : *results) {
        const bool isRight = result.pixels == backend.right;
        QCOMPARE(result.map, isRight ? 1.0 : 0.0);
        QCOMPARE(result.detections.size(), size_t(1));
        QCOMPARE(result.detections[0].size(), size_t(1));
        QCOMPARE(result.detections[0][0].confidence, isRight ? 0.9 : 0.4);
    }
}

void PixelProbeTest::noWayIsBetterThanNothing()
{
    PickyBackend backend;
    const auto results = probePixels(backend, probe(), {}, {});
    QVERIFY(results.has_value());
    QVERIFY(!bestPixels(*results).has_value());
    CancelFlag cancel;
    cancel.cancel();
    QVERIFY(!probePixels(backend, probe(), {}, cancel).has_value());
}

void PixelProbeTest::otherClassesAndOtherModelsAreRefused()
{
    PickyBackend backend;
    backend.classes = 3;
    const auto results = probePixels(backend, probe(), {}, {});
    QVERIFY(!results.has_value());
    QVERIFY2(results.error().message.contains(QLatin1Char('3')), qPrintable(results.error().message));
    backend.isArtifact = false;
    QVERIFY(!probePixels(backend, probe(), {}, {}).has_value());
}

QTEST_GUILESS_MAIN(PixelProbeTest)
#include "pixel_probe_test.moc"
