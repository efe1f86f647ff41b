// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/project_session.h"
#include "ui/project_models/start_model.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;

namespace boxwright {

/// From what a training starts: nothing, a file of weights for the base network (each network remembers its own), or
/// an earlier model, which then says the base network. GUI thread; owned by the setup of the Train page.
class StartChooser : public QWidget
{
    Q_OBJECT

public:
    explicit StartChooser(ProjectSession &session, QWidget *parent = nullptr);

    [[nodiscard]] QString baseNetwork() const;
    /// Empty: none.
    [[nodiscard]] QString weightsFile() const;
    /// The model that is trained further; of an empty path: none.
    [[nodiscard]] StartModel startModel() const;
    /// Of that model only the base network.
    [[nodiscard]] bool isBackboneOnly() const;

    void setModels(const QList<StartModel> &models);
    /// As if the person had chosen this model.
    void choose(const QString &modelPath);
    /// Asks the person for a weights file; an empty answer changes nothing. A file dialog where nothing else is set.
    void setWeightsQuestion(std::function<QString()> ask) { m_askForWeights = std::move(ask); }
    /// Fetches public weights and says where they are; an empty answer changes nothing. A dialog where nothing else is
    /// set.
    void setWeightsSource(std::function<QString()> fetch) { m_fetchWeights = std::move(fetch); }

Q_SIGNALS:
    void changed();

private:
    void addEntry(const QString &text, int kind, const QString &path);
    void fillEntries();
    void takeEntry(int index);
    void takeWeights(const QString &file);
    void takeNetwork();
    void showState();

    ProjectSession &m_session;
    QList<StartModel> m_models;
    QString m_startModel; ///< its path
    bool m_fromScratch = false;
    std::function<QString()> m_askForWeights;
    std::function<QString()> m_fetchWeights;
    QComboBox *m_start = nullptr;
    QLabel *m_hint = nullptr;
    QCheckBox *m_backboneOnly = nullptr;
    QComboBox *m_network = nullptr;
};

} // namespace boxwright
