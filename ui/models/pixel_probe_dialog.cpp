// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pixel_probe_dialog.h"

#include "core/jobs/job.h"
#include "core/session/sample_images.h"
#include "ui/dialogs/job_strip.h"
#include "ui/models/pixel_words.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

constexpr int kImages = 8;
constexpr int kColumns = 2;
constexpr double kHardly = 0.05; ///< an mAP below that may as well be chance

bool hasLabels(const std::vector<TruthImage> &images)
{
    return std::any_of(images.begin(), images.end(), [](const TruthImage &image) { return !image.boxes.empty(); });
}

} // namespace

PixelProbeDialog::PixelProbeDialog(const ProjectSession &session, const BackendSource &backend, const ModelInfo &model,
                                   QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_now(model.pixels.value_or(PixelInput::RgbMean))
    , m_truth(imagesToTry(session, kImages))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("pixelProbeDialog"));
    setWindowTitle(tr("Compare ways of giving pixels"));
    build();
    run(backend, model);
}

PixelProbeDialog::~PixelProbeDialog() = default;

void PixelProbeDialog::build()
{
    auto *hint =
        new QLabel(tr("The model's files do not say how it was given pixels. Solid boxes are your labels, dashed "
                      "ones are what the model is surest of: in the right way the two agree."));
    hint->setWordWrap(true);
    setKind(*hint, "dim");
    m_words = new QLabel;
    m_words->setObjectName(QStringLiteral("probeWords"));
    m_words->setWordWrap(true);
    m_strip = new JobStrip;
    m_place = new QLabel;
    m_place->setObjectName(QStringLiteral("probePlace"));
    setKind(*m_place, "dim");
    m_previous = new QPushButton(tr("Previous"));
    m_previous->setObjectName(QStringLiteral("previousImage"));
    m_next = new QPushButton(tr("Next"));
    m_next->setObjectName(QStringLiteral("nextImage"));
    connect(m_previous, &QPushButton::clicked, this, [this] { showImage(m_shown - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { showImage(m_shown + 1); });
    for (QPushButton *button : {m_previous, m_next}) {
        button->setAutoDefault(false);
        button->setEnabled(false);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("Use the chosen way"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("useWay"));
    m_use->setEnabled(false);
    setKind(*m_use, "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_place, 1);
    foot->addWidget(m_previous);
    foot->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(hint);
    layout->addWidget(buildWays(), 1);
    layout->addLayout(foot);
    layout->addWidget(m_words);
    layout->addWidget(m_strip);
    layout->addWidget(buttons);
    resize(880, 640);
}

QWidget *PixelProbeDialog::buildWays()
{
    auto *ways = new QWidget;
    auto *grid = new QGridLayout(ways);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    m_choice = new QButtonGroup(this);
    for (const PixelInput pixels : pixelInputs()) {
        const int number = int(m_ways.size());
        QString words = pixelInputWords(pixels);
        words[0] = words[0].toUpper();
        auto *button = new QRadioButton(tr("%1 (%2)").arg(words, pixelInputName(pixels)));
        button->setObjectName(pixelInputName(pixels));
        m_choice->addButton(button, number);
        Way way{pixels, new QLabel, new DetectionPicture};
        way.figure->setObjectName(QStringLiteral("figure-") + pixelInputName(pixels));
        way.figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setKind(*way.figure, "dim");
        way.picture->setObjectName(QStringLiteral("picture-") + pixelInputName(pixels));
        auto *head = new QHBoxLayout;
        head->addWidget(button);
        head->addWidget(way.figure, 1);
        auto *cell = new QVBoxLayout;
        cell->setSpacing(4);
        cell->addLayout(head);
        cell->addWidget(way.picture, 1);
        const int row = number / kColumns;
        const int column = number % kColumns;
        grid->addLayout(cell, row, column);
        grid->setRowStretch(row, 1);
        grid->setColumnStretch(column, 1);
        m_ways.push_back(way);
    }
    connect(m_choice, &QButtonGroup::idClicked, this, [this] { m_use->setEnabled(!m_results.empty()); });
    return ways;
}

void PixelProbeDialog::run(const BackendSource &backend, const ModelInfo &model)
{
    PixelProbe probe{model.folder, m_session.dataset().classNames(), m_truth};
    auto work = [this, backend, probe](const CancelFlag &cancel, const ProgressSink &progress) -> Job::Deliver {
        Outcome outcome;
        const Result<DetectorBackend *> engine = backend();
        if (engine)
            outcome.results = probePixels(**engine, probe, progress, cancel);
        else
            outcome.results = failure(engine.error());
        if (outcome.results) {
            for (const TruthImage &image : probe.images)
                outcome.images.push_back(readShownImage(image.path));
        }
        return [this, outcome = std::move(outcome)] { take(outcome); };
    };
    m_job = std::make_unique<Job>(std::move(work));
    connect(m_job.get(), &Job::failed, this, [this](const Error &error) { showFailure(error.message); });
    m_strip->follow(*m_job, tr("Opening the model..."));
    m_job->start();
}

void PixelProbeDialog::take(const Outcome &outcome)
{
    if (!outcome.results) {
        showFailure(outcome.results.error().message);
        return;
    }
    m_images = outcome.images;
    m_results = *outcome.results;
    showFigures();
    showImage(0);
}

void PixelProbeDialog::showFailure(const QString &text)
{
    setKind(*m_words, "bad");
    m_words->setText(text);
}

void PixelProbeDialog::showFigures()
{
    const QLocale locale;
    const std::optional<PixelInput> best = bestPixels(m_results);
    bool isCertain = false;
    for (size_t i = 0; i < m_ways.size() && i < m_results.size(); ++i) {
        const PixelProbeResult &result = m_results[i];
        const bool isBest = best == result.pixels;
        m_ways[i].figure->setText(hasLabels(m_truth)
                                      ? tr("mAP %1").arg(locale.toString(result.map, 'f', 3))
                                      : tr("surest %1 %").arg(locale.toString(result.confidence * 100, 'f', 0)));
        setKind(*m_ways[i].figure, isBest ? "title" : "dim");
        isCertain = isCertain || result.map >= kHardly;
        if (isBest || (!best && result.pixels == m_now))
            m_choice->button(int(i))->setChecked(true);
    }
    m_use->setEnabled(true);
    if (best && isCertain) {
        m_words->setText(tr("Agrees best with the labels: %1.").arg(pixelInputWords(*best)));
        return;
    }
    if (best) {
        setKind(*m_words, "warn");
        m_words->setText(tr("Agrees best with the labels, but hardly: %1. Are the model's classes in the right order?")
                             .arg(pixelInputWords(*best)));
        return;
    }
    setKind(*m_words, "warn");
    m_words->setText(hasLabels(m_truth)
                         ? tr("In no way does the model find what is labelled. Are its classes in the right order?")
                         : tr("No image is labelled yet, so that nothing can be counted: choose by eye, or label a few "
                              "images and come back."));
}

std::vector<OverlayBox> PixelProbeDialog::boxesOf(const PixelProbeResult &result, int image) const
{
    const QList<LabelClass> &classes = m_session.dataset().classes();
    std::vector<OverlayBox> boxes;
    for (const TruthBox &truth : m_truth[size_t(image)].boxes)
        boxes.push_back({truth.box, {}, classes.value(truth.classIndex).color, false});
    for (const Detection &detection : mostCertain(result.detections[size_t(image)])) {
        const LabelClass found = classes.value(detection.classIndex);
        boxes.push_back({detection.box, captionOf(found.name, detection.confidence), found.color, true});
    }
    return boxes;
}

void PixelProbeDialog::showImage(int index)
{
    const int count = int(m_images.size());
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < count);
    if (index < 0 || index >= count)
        return;
    m_shown = index;
    for (size_t i = 0; i < m_ways.size() && i < m_results.size(); ++i)
        m_ways[i].picture->show(m_images[size_t(index)], boxesOf(m_results[i], index));
    m_place->setText(tr("%1 of %2 · %3").arg(index + 1).arg(count).arg(m_images[size_t(index)].name));
}

void PixelProbeDialog::accept()
{
    const int way = m_choice->checkedId();
    if (m_results.empty() || way < 0)
        return;
    Q_EMIT chosen(m_ways[size_t(way)].pixels);
    QDialog::accept();
}

} // namespace boxwright
