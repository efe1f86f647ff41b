// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/training_setup.h"

#include "ui/theme/theme.h"
#include "ui/train/device_chooser.h"
#include "ui/train/hyperparameters_dialog.h"
#include "ui/train/preset_card.h"
#include "ui/train/start_chooser.h"
#include "ui/train/training_speed.h"
#include "ui/words/duration_text.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace boxwright {

namespace {

const QString kPresetSetting = QStringLiteral("training/preset");

constexpr TrainingPreset kPresets[] = {TrainingPreset::QuickLook, TrainingPreset::Balanced, TrainingPreset::Thorough};

QString countsText(const std::vector<TrainingImage> &images)
{
    return TrainingSetup::tr("%1 · %2").arg(TrainingSetup::tr("%Ln image(s)", nullptr, int(images.size())),
                                            TrainingSetup::tr("%Ln label(s)", nullptr, int(labelCount(images))));
}

} // namespace

TrainingSetup::TrainingSetup(ProjectSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    auto *content = new QWidget;
    auto *fields = new QVBoxLayout(content);
    fields->setContentsMargins(16, 16, 16, 8);
    fields->setSpacing(8);
    buildPresets(*fields);
    m_start = new StartChooser(m_session);
    fields->addWidget(m_start);
    connect(m_start, &StartChooser::changed, this, &TrainingSetup::showState);
    buildData(*fields);
    buildDevice(*fields);
    fields->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false); // the panel below gives the colour
    content->setAutoFillBackground(false);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(buildFoot());
    showState();
}

TrainingSetup::~TrainingSetup() = default;

void TrainingSetup::setSnapshot(TrainingSnapshot snapshot)
{
    m_snapshot = std::move(snapshot);
    showData();
    showState();
}

void TrainingSetup::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    showState();
}

TrainingPlan TrainingSetup::plan() const
{
    TrainingPlan plan;
    plan.preset = kPresets[std::max(0, m_presets->checkedId())];
    plan.baseNetwork = m_start->baseNetwork();
    plan.threads = m_device->threads();
    plan.device = m_device->device();
    plan.precision = m_device->precision();
    plan.changed = m_changed;
    plan.startModel = m_start->startModel();
    plan.backboneOnly = m_start->isBackboneOnly();
    plan.weightsFile = m_start->weightsFile();
    return plan;
}

QString TrainingSetup::whyNot() const
{
    if (m_session.isReadOnly())
        return tr("This project is open for reading only, so that no training can be kept.");
    const QString reason = whyNotTrainable(m_snapshot);
    if (!reason.isEmpty())
        return reason;
    const TrainingPlan chosen = plan();
    if (!chosen.weightsFile.isEmpty() && !QFileInfo(chosen.weightsFile).isReadable())
        return tr("The weights file %1 cannot be read any more. Choose another start.").arg(chosen.weightsFile);
    if (const QString further = whyNotFurther(chosen, m_snapshot); !further.isEmpty())
        return further;
    const Result<Hyperparameters> values = chosen.hyperparameters(qsizetype(m_snapshot.train.size()));
    return values ? QString() : values.error().message;
}

void TrainingSetup::addHeading(QVBoxLayout &layout, const QString &text)
{
    auto *heading = new QLabel(text);
    setKind(*heading, "heading");
    if (layout.count() > 0)
        layout.addSpacing(8);
    layout.addWidget(heading);
}

void TrainingSetup::buildPresets(QVBoxLayout &layout)
{
    addHeading(layout, tr("What do you need?"));
    m_presets = new QButtonGroup(this);
    const QStringList titles{tr("Quick look"), tr("Balanced"), tr("Thorough")};
    const QStringList names{QStringLiteral("quick"), QStringLiteral("balanced"), QStringLiteral("thorough")};
    for (int i = 0; i < titles.size(); ++i) {
        auto *card = new PresetCard(titles[i]);
        card->setObjectName(names[i]);
        m_presets->addButton(card, i);
        m_cards << card;
        layout.addWidget(card);
    }
    const qsizetype remembered = names.indexOf(m_session.setting(kPresetSetting));
    m_cards[remembered >= 0 ? remembered : 0]->setChecked(true);
    connect(m_presets, &QButtonGroup::idClicked, this, [this, names](int id) {
        m_session.setSetting(kPresetSetting, names.value(id));
        showState();
    });
}

void TrainingSetup::buildData(QVBoxLayout &layout)
{
    addHeading(layout, tr("Data"));
    auto *grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    m_trainCounts = new QLabel;
    m_trainCounts->setObjectName(QStringLiteral("trainCounts"));
    m_validationCounts = new QLabel;
    m_validationCounts->setObjectName(QStringLiteral("validationCounts"));
    grid->addWidget(new QLabel(tr("Training")), 0, 0);
    grid->addWidget(m_trainCounts, 0, 1, Qt::AlignRight);
    grid->addWidget(new QLabel(tr("Validation")), 1, 0);
    grid->addWidget(m_validationCounts, 1, 1, Qt::AlignRight);
    for (QLabel *counts : {m_trainCounts, m_validationCounts})
        setKind(*counts, "title");
    layout.addLayout(grid);
    m_advice = new QLabel;
    m_advice->setObjectName(QStringLiteral("advice"));
    m_advice->setWordWrap(true);
    setKind(*m_advice, "warn");
    layout.addWidget(m_advice);
}

void TrainingSetup::buildDevice(QVBoxLayout &layout)
{
    addHeading(layout, tr("Device"));
    m_device = new DeviceChooser;
    layout.addWidget(m_device);
    m_advanced = new QPushButton;
    m_advanced->setObjectName(QStringLiteral("advanced"));
    setKind(*m_advanced, "link");
    layout.addWidget(m_advanced, 0, Qt::AlignLeft);
    connect(m_device, &DeviceChooser::changed, this, &TrainingSetup::showState);
    connect(m_advanced, &QPushButton::clicked, this, &TrainingSetup::openAdvanced);
}

QWidget *TrainingSetup::buildFoot()
{
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(16, 8, 16, 16);
    m_whyNot = new QLabel;
    m_whyNot->setObjectName(QStringLiteral("whyNot"));
    m_whyNot->setWordWrap(true);
    setKind(*m_whyNot, "dim");
    m_train = new QPushButton(tr("Train"));
    m_train->setObjectName(QStringLiteral("train"));
    setKind(*m_train, "big");
    layout->addWidget(m_whyNot);
    layout->addWidget(m_train);
    connect(m_train, &QPushButton::clicked, this, &TrainingSetup::requestTraining);
    return foot;
}

void TrainingSetup::openAdvanced()
{
    const TrainingPlan chosen = plan();
    const auto images = qsizetype(m_snapshot.train.size());
    auto *dialog = new HyperparametersDialog(checkedValues(chosen), chosen.presetValues(images), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_changed = dialog->changedValues();
        showState();
    });
    dialog->open();
}

void TrainingSetup::requestTraining()
{
    if (!m_train->isEnabled())
        return;
    Result<TrainingRequest> request = makeTrainingRequest(plan(), m_snapshot, m_session.runsFolder());
    if (request)
        Q_EMIT trainRequested(*request);
    else
        m_whyNot->setText(request.error().message);
}

Hyperparameters TrainingSetup::checkedValues(const TrainingPlan &plan) const
{
    const auto images = qsizetype(m_snapshot.train.size());
    const Result<Hyperparameters> values = plan.hyperparameters(images);
    return values ? *values : plan.presetValues(images);
}

void TrainingSetup::showState()
{
    const TrainingPlan chosen = plan();
    updateEstimates();
    m_advanced->setText(m_changed.isEmpty() ? tr("Advanced...")
                                            : tr("Advanced... · %n value(s) changed", nullptr, int(m_changed.size())));
    const QString reason = whyNot();
    m_whyNot->setText(m_isRunning ? tr("One training runs at a time.") : reason);
    m_whyNot->setVisible(!m_whyNot->text().isEmpty());
    m_train->setEnabled(!m_isRunning && reason.isEmpty());
}

void TrainingSetup::updateEstimates()
{
    const QStringList gains{tr("is there something to learn?"), tr("good enough to suggest"), tr("the model to keep")};
    TrainingPlan chosen = plan();
    const TrainingSpeed speed = trainingSpeed(chosen.baseNetwork, {chosen.threads, chosen.device, chosen.precision});
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        chosen.preset = kPresets[i];
        const double seconds = trainingSeconds(checkedValues(chosen), qint64(m_snapshot.train.size()),
                                               qint64(m_snapshot.validation.size()), speed.imagesPerSecond);
        const QString time = aboutDurationText(seconds);
        m_cards[i]->setDetail(m_snapshot.train.empty() ? gains[i] : tr("%1 · %2").arg(time, gains[i]));
        m_cards[i]->setToolTip(speed.isMeasured
                                   ? tr("From the speed of the last training on this computer: %1 images/s")
                                         .arg(QLocale().toString(speed.imagesPerSecond, 'f', 1))
                                   : tr("A guess: the first training on this computer will measure its speed."));
    }
}

void TrainingSetup::showData()
{
    m_trainCounts->setText(countsText(m_snapshot.train));
    m_validationCounts->setText(countsText(m_snapshot.validation));
    const QStringList advice = whyNotTrainable(m_snapshot).isEmpty() ? trainingAdvice(m_snapshot) : QStringList();
    m_advice->setText(advice.value(0));
    m_advice->setToolTip(advice.join(QStringLiteral("\n")));
    m_advice->setVisible(!advice.isEmpty());
}

} // namespace boxwright
